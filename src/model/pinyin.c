/* SPDX-License-Identifier: MIT */
/* GB/T 2312 orders the characters of its first level, rows 16 to 55, by their pinyin. So it is
 * enough to know where each syllable begins. */
#include "model/pinyin.h"

#include <iconv.h>
#include <stdbool.h>

#include "base/text.h"

enum { FIRST = 0x4E00, LAST = 0x9FFF, CELLS = 94, LEVEL = 3755 };

struct pinyin {
	uint16_t syllable[LAST - FIRST + 1]; /* index from 1; 0: no reading */
};

/* The syllable, and its first character by the order of GB/T 2312, from 0. */
static const struct {
	char letters[7];
	uint16_t first;
} syllables[] = {
	{ "a", 0 },         { "ai", 2 },        { "an", 15 },      { "ang", 24 },
	{ "ao", 27 },       { "ba", 36 },       { "bai", 54 },     { "ban", 62 },
	{ "bang", 77 },     { "bao", 89 },      { "bei", 106 },    { "ben", 121 },
	{ "beng", 125 },    { "bi", 131 },      { "bian", 155 },   { "biao", 167 },
	{ "bie", 171 },     { "bin", 175 },     { "bing", 181 },   { "bo", 190 },
	{ "bu", 209 },      { "ca", 220 },      { "cai", 221 },    { "can", 232 },
	{ "cang", 239 },    { "cao", 244 },     { "ce", 249 },     { "ceng", 254 },
	{ "cha", 256 },     { "chai", 267 },    { "chan", 270 },   { "chang", 280 },
	{ "chao", 293 },    { "che", 302 },     { "chen", 308 },   { "cheng", 318 },
	{ "chi", 333 },     { "chong", 349 },   { "chou", 354 },   { "chu", 366 },
	{ "chuai", 382 },   { "chuan", 383 },   { "chuang", 390 }, { "chui", 396 },
	{ "chun", 401 },    { "chuo", 408 },    { "ci", 410 },     { "cong", 422 },
	{ "cou", 428 },     { "cu", 429 },      { "cuan", 433 },   { "cui", 436 },
	{ "cun", 444 },     { "cuo", 447 },     { "da", 453 },     { "dai", 459 },
	{ "dan", 471 },     { "dang", 486 },    { "dao", 491 },    { "de", 503 },
	{ "deng", 506 },    { "di", 513 },      { "dian", 532 },   { "diao", 548 },
	{ "die", 557 },     { "ding", 564 },    { "diu", 573 },    { "dong", 574 },
	{ "dou", 584 },     { "du", 592 },      { "duan", 606 },   { "dui", 612 },
	{ "dun", 616 },     { "duo", 625 },     { "e", 637 },      { "en", 650 },
	{ "er", 651 },      { "fa", 659 },      { "fan", 667 },    { "fang", 684 },
	{ "fei", 695 },     { "fen", 707 },     { "feng", 722 },   { "fo", 737 },
	{ "fou", 738 },     { "fu", 739 },      { "ga", 784 },     { "gai", 786 },
	{ "gan", 792 },     { "gang", 803 },    { "gao", 812 },    { "ge", 822 },
	{ "gei", 839 },     { "gen", 840 },     { "geng", 842 },   { "gong", 849 },
	{ "gou", 864 },     { "gu", 873 },      { "gua", 891 },    { "guai", 897 },
	{ "guan", 900 },    { "guang", 911 },   { "gui", 914 },    { "gun", 930 },
	{ "guo", 933 },     { "ha", 939 },      { "hai", 940 },    { "han", 947 },
	{ "hang", 966 },    { "hao", 969 },     { "he", 978 },     { "hei", 996 },
	{ "hen", 998 },     { "heng", 1002 },   { "hong", 1007 },  { "hou", 1016 },
	{ "hu", 1023 },     { "hua", 1041 },    { "huai", 1050 },  { "huan", 1055 },
	{ "huang", 1069 },  { "hui", 1083 },    { "hun", 1104 },   { "huo", 1110 },
	{ "ji", 1120 },     { "jia", 1173 },    { "jian", 1190 },  { "jiang", 1230 },
	{ "jiao", 1243 },   { "jie", 1271 },    { "jin", 1298 },   { "jing", 1318 },
	{ "jiong", 1343 },  { "jiu", 1345 },    { "ju", 1362 },    { "juan", 1387 },
	{ "jue", 1394 },    { "jun", 1404 },    { "ka", 1415 },    { "kai", 1419 },
	{ "kan", 1424 },    { "kang", 1430 },   { "kao", 1437 },   { "ke", 1441 },
	{ "ken", 1456 },    { "keng", 1460 },   { "kong", 1462 },  { "kou", 1466 },
	{ "ku", 1470 },     { "kua", 1477 },    { "kuai", 1482 },  { "kuan", 1486 },
	{ "kuang", 1488 },  { "kui", 1496 },    { "kun", 1507 },   { "kuo", 1511 },
	{ "la", 1515 },     { "lai", 1522 },    { "lan", 1525 },   { "lang", 1540 },
	{ "lao", 1547 },    { "le", 1556 },     { "lei", 1558 },   { "leng", 1569 },
	{ "li", 1572 },     { "lia", 1606 },    { "lian", 1607 },  { "liang", 1621 },
	{ "liao", 1632 },   { "lie", 1645 },    { "lin", 1650 },   { "ling", 1662 },
	{ "liu", 1676 },    { "long", 1687 },   { "lou", 1696 },   { "lu", 1702 },
	{ "lv", 1722 },     { "luan", 1736 },   { "lve", 1742 },   { "lun", 1744 },
	{ "luo", 1751 },    { "ma", 1763 },     { "mai", 1772 },   { "man", 1778 },
	{ "mang", 1787 },   { "mao", 1793 },    { "me", 1805 },    { "mei", 1806 },
	{ "men", 1822 },    { "meng", 1825 },   { "mi", 1833 },    { "mian", 1847 },
	{ "miao", 1856 },   { "mie", 1864 },    { "min", 1866 },   { "ming", 1872 },
	{ "miu", 1878 },    { "mo", 1879 },     { "mou", 1896 },   { "mu", 1899 },
	{ "na", 1914 },     { "nai", 1921 },    { "nan", 1926 },   { "nang", 1929 },
	{ "nao", 1930 },    { "ne", 1935 },     { "nei", 1936 },   { "nen", 1938 },
	{ "neng", 1939 },   { "ni", 1940 },     { "nian", 1951 },  { "niang", 1958 },
	{ "niao", 1960 },   { "nie", 1962 },    { "nin", 1969 },   { "ning", 1970 },
	{ "niu", 1976 },    { "nong", 1980 },   { "nu", 1984 },    { "nv", 1987 },
	{ "nuan", 1988 },   { "nve", 1989 },    { "nuo", 1991 },   { "o", 1995 },
	{ "ou", 1996 },     { "pa", 2003 },     { "pai", 2009 },   { "pan", 2015 },
	{ "pang", 2023 },   { "pao", 2028 },    { "pei", 2035 },   { "pen", 2044 },
	{ "peng", 2046 },   { "pi", 2060 },     { "pian", 2077 },  { "piao", 2081 },
	{ "pie", 2085 },    { "pin", 2087 },    { "ping", 2092 },  { "po", 2101 },
	{ "pou", 2109 },    { "pu", 2110 },     { "qi", 2125 },    { "qia", 2161 },
	{ "qian", 2164 },   { "qiang", 2186 },  { "qiao", 2194 },  { "qie", 2209 },
	{ "qin", 2214 },    { "qing", 2225 },   { "qiong", 2238 }, { "qiu", 2240 },
	{ "qu", 2248 },     { "quan", 2261 },   { "que", 2272 },   { "qun", 2280 },
	{ "ran", 2282 },    { "rang", 2286 },   { "rao", 2291 },   { "re", 2294 },
	{ "ren", 2296 },    { "reng", 2306 },   { "ri", 2308 },    { "rong", 2309 },
	{ "rou", 2319 },    { "ru", 2322 },     { "ruan", 2332 },  { "rui", 2334 },
	{ "run", 2337 },    { "ruo", 2339 },    { "sa", 2341 },    { "sai", 2344 },
	{ "san", 2348 },    { "sang", 2352 },   { "sao", 2355 },   { "se", 2359 },
	{ "sen", 2362 },    { "seng", 2363 },   { "sha", 2364 },   { "shai", 2373 },
	{ "shan", 2375 },   { "shang", 2391 },  { "shao", 2399 },  { "she", 2410 },
	{ "shen", 2422 },   { "sheng", 2438 },  { "shi", 2449 },   { "shou", 2496 },
	{ "shu", 2506 },    { "shua", 2539 },   { "shuai", 2541 }, { "shuan", 2545 },
	{ "shuang", 2547 }, { "shui", 2550 },   { "shun", 2554 },  { "shuo", 2558 },
	{ "si", 2562 },     { "song", 2578 },   { "sou", 2586 },   { "su", 2590 },
	{ "suan", 2602 },   { "sui", 2605 },    { "sun", 2616 },   { "suo", 2619 },
	{ "ta", 2627 },     { "tai", 2636 },    { "tan", 2645 },   { "tang", 2663 },
	{ "tao", 2676 },    { "te", 2687 },     { "teng", 2688 },  { "ti", 2692 },
	{ "tian", 2707 },   { "tiao", 2715 },   { "tie", 2720 },   { "ting", 2723 },
	{ "tong", 2733 },   { "tou", 2746 },    { "tu", 2750 },    { "tuan", 2761 },
	{ "tui", 2763 },    { "tun", 2769 },    { "tuo", 2772 },   { "wa", 2783 },
	{ "wai", 2790 },    { "wan", 2792 },    { "wang", 2809 },  { "wei", 2819 },
	{ "wen", 2852 },    { "weng", 2862 },   { "wo", 2865 },    { "wu", 2874 },
	{ "xi", 2903 },     { "xia", 2938 },    { "xian", 2951 },  { "xiang", 2977 },
	{ "xiao", 2997 },   { "xie", 3015 },    { "xin", 3036 },   { "xing", 3046 },
	{ "xiong", 3061 },  { "xiu", 3068 },    { "xu", 3077 },    { "xuan", 3096 },
	{ "xue", 3106 },    { "xun", 3112 },    { "ya", 3126 },    { "yan", 3142 },
	{ "yang", 3175 },   { "yao", 3192 },    { "ye", 3207 },    { "yi", 3222 },
	{ "yin", 3275 },    { "ying", 3291 },   { "yo", 3309 },    { "yong", 3310 },
	{ "you", 3325 },    { "yu", 3345 },     { "yuan", 3390 },  { "yue", 3410 },
	{ "yun", 3420 },    { "za", 3432 },     { "zai", 3435 },   { "zan", 3442 },
	{ "zang", 3446 },   { "zao", 3449 },    { "ze", 3463 },    { "zei", 3467 },
	{ "zen", 3468 },    { "zeng", 3469 },   { "zha", 3473 },   { "zhai", 3487 },
	{ "zhan", 3493 },   { "zhang", 3510 },  { "zhao", 3525 },  { "zhe", 3535 },
	{ "zhen", 3545 },   { "zheng", 3561 },  { "zhi", 3576 },   { "zhong", 3619 },
	{ "zhou", 3630 },   { "zhu", 3644 },    { "zhua", 3670 },  { "zhuai", 3672 },
	{ "zhuan", 3673 },  { "zhuang", 3679 }, { "zhui", 3686 },  { "zhun", 3692 },
	{ "zhuo", 3694 },   { "zi", 3705 },     { "zong", 3720 },  { "zou", 3727 },
	{ "zu", 3731 },     { "zuan", 3739 },   { "zui", 3741 },   { "zun", 3745 },
	{ "zuo", 3747 },
};

enum { SYLLABLES = sizeof syllables / sizeof syllables[0] };

/* Characters with a second reading that words of this program have. */
static const struct {
	uint32_t cp;
	const char *letters;
} second[] = {
	{ 0x4E86, "le" },    /* 了 */
	{ 0x4EC0, "shen" },  /* 什 */
	{ 0x4ED4, "zai" },   /* 仔 */
	{ 0x4F20, "zhuan" }, /* 传 */
	{ 0x66FE, "ceng" },  /* 曾 */
	{ 0x6821, "jiao" },  /* 校 */
	{ 0x7740, "zhe" },   /* 着 */
	{ 0x7C98, "nian" },  /* 粘 */
	{ 0x884C, "hang" },  /* 行 */
	{ 0x8C03, "tiao" },  /* 调 */
	{ 0x8FD8, "hai" },   /* 还 */
	{ 0x91CD, "chong" }, /* 重 */
	{ 0x957F, "zhang" }, /* 长 */
};

/* The characters of the first level as UTF-8; false if iconv cannot. */
static bool decode_level(char *out, size_t size)
{
	char codes[LEVEL * 2], *from = codes;
	size_t left = sizeof codes;
	iconv_t converter = iconv_open("UTF-8", "GB18030");
	bool decoded;

	if (converter == (iconv_t)-1)
		return false;
	for (int i = 0; i < LEVEL; i++) {
		codes[2 * i] = (char)(0xB0 + i / CELLS);
		codes[2 * i + 1] = (char)(0xA1 + i % CELLS);
	}
	decoded = iconv(converter, &from, &left, &out, &size) != (size_t)-1;
	iconv_close(converter);
	return decoded;
}

const struct pinyin *pinyin_make(struct arena *a)
{
	struct pinyin *p = arena_zeroes(a, 1, sizeof *p);
	char characters[LEVEL * 3];
	uint16_t syllable = 0;

	if (!decode_level(characters, sizeof characters))
		return p;
	for (size_t i = 0; i < LEVEL; i++) {
		uint32_t cp = 0;

		while (syllable < SYLLABLES && syllables[syllable].first <= i)
			syllable++;
		if (text_decode(characters + 3 * i, 3, &cp) == 3 && cp >= FIRST && cp <= LAST)
			p->syllable[cp - FIRST] = syllable;
	}
	return p;
}

size_t pinyin_readings(const struct pinyin *p, uint32_t cp, const char *readings[PINYIN_READINGS])
{
	size_t count = 0, at = cp >= FIRST && cp <= LAST ? p->syllable[cp - FIRST] : 0;

	if (at == 0)
		return 0;
	readings[count++] = syllables[at - 1].letters;
	for (size_t i = 0; i < sizeof second / sizeof second[0] && count == 1; i++)
		if (second[i].cp == cp)
			readings[count++] = second[i].letters;
	return count;
}
