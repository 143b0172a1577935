/* SPDX-License-Identifier: MIT */
#include "roster/name_form.h"

#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "roster/ethnic_group.h"
#include "roster/line_words.h"
#include "rules/characters.h"
#include "table/cell.h"
#include "table/words.h"

enum {
	SENTENCE = 15,
	WORD = 3,   /* bytes of an ideograph */
	DIGITS = 3, /* the most that stand beside a name: 12.李明, 李明2 */
	DIGITS_TELEPHONE = 7
};

/* Characters that names begin with: surnames, and ideographs for the sounds of names in other
 * languages. Rare ones that begin words of lists are left out: 注 总 最 项. */
static const char initial_characters[] =
	"王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾"
	"丁魏薛叶阎余潘杜戴夏钟汪田"
	"任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文肖严付"
	"闫欧樊兰殷施陶洪翟安颜倪牛"
	"温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁耿牟卜詹关苗凌费纪靳盛童甄曲"
	"成游阳裴席卫查屈鲍位覃霍翁"
	"隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟褚娄奚"
	"郎尉尚诸官东皇甫令狐慕容"
	"宇长公轩辕端木百里南独孤呼延鲜闾仇占原商习敖巩匡仲伏连廉明佟佘冼冒冷况凤刑利初劳勾匙区卓厉"
	"双叔台咸哈唯喻喇囊图塔多夷"
	"奇奥妥娜孜宗宝寇富封尼居山岩岱帅师帕平库庞弓征德忻恩恽托扎扬折拉拜攀敬旦昂昌晏晁普曦朗朴杭"
	"松果柔栗格桑次欣步殳水汝沃"
	"沐沙治波泽洛浦海涛淡淦渠湛满滑澹濮热爱牙狄玉玛珠瑙生由盖益矫祖禄禹种穆竺符简籍糜纳红索经络"
	"罕羊羿翦耶职肉肇胥脱艾节芮"
	"芒花苍茅荀荆莎莘菅葆蒙蒲蓝蔚蔺藏虎虞衣衡袭西觉谈谌贝贡贲赛达迟迪逄道那邝邰邸郁郇郗郜郦都鄂"
	"酆钮铁银锡锦门闻闪阿陀隆雍"
	"雒雪霞青靖鞠韶顿颉额食香骆鱼鹿麦麻默鼓计时党应班卞窦云岑乐皮舒危昝裘缪嵇荣宓储汲邴巫乌巴牧"
	"隗蓬秋伊栾钭戎束蓟怀屠郤璩"
	"寿扈燕冀郏农茹慎戈庾暨弘阙夔厍融訾阚须丰巢蒯权逯桓缑亢郈琴墨谯笪言福代萨斯腾侬刀尕依亚朝亓"
	"仉员乜姬鄢仝宦於揭庹楚惠尧幸井暴幺寸钦宰堵撒毋";

/* Surnames that few other words begin with. */
static const char frequent_surnames[] =
	"王李张刘陈杨赵黄周吴徐孙朱胡林郭罗郑梁谢宋唐邓冯韩曹曾彭肖蔡潘董袁叶蒋杜苏魏吕丁沈姚卢傅"
	"钟姜崔谭廖范汪陆钱邹熊孟秦侯邱薛阎贾夏段雷龙陶贺顾毛郝龚邵赖武戴莫孔尹";

/* Frequent surnames that other words begin with, too, and these words. */
static const char more_surnames[] = "高何马萧程许余田任方石金白康江史万汤黎易常乔文于";
static const char no_surnames[] =
	"高中 高一 高二 高三 高考 高职 高等 高校 高级 高分 高层 高铁 何时 何地 马上 马列 "
	"马克 程序 程度 许可 许昌 余额 余款 余下 田径 任课 任职 任务 任意 任教 任选 方向 "
	"方式 方案 方法 石油 石家 金额 金融 金牌 金华 白班 白色 白天 康复 江苏 江西 江门 "
	"史学 万元 万人 万一 汤圆 黎明 易制 易地 常规 常州 常德 常用 常住 乔木 文科 文本 "
	"文理 平均 文化 文件 文字 文学 文艺 文体 文史 于此";

/* Surnames of two characters, and names that Tibetans often have: no other words begin so. */
static const char two_characters[] =
	"欧阳 上官 司马 诸葛 东方 皇甫 令狐 慕容 宇文 长孙 公孙 轩辕 端木 百里 南宫 独孤 "
	"呼延 司徒 尉迟 夏侯 赫连 澹台 万俟 闻人 公羊 公冶 宗政 濮阳 淳于 单于 太叔 申屠 "
	"仲孙 钟离 鲜于 闾丘 司空 亓官 司寇 仉督 子车 颛孙 巫马 公西 漆雕 乐正 壤驷 公良 "
	"拓跋 夹谷 宰父 谷梁 段干 东郭 羊舌 微生 梁丘 左丘 扎西 次仁 次旦 旦增 丹增 尼玛 "
	"平措 达娃 卓玛 央金 央宗 格桑 拉姆 多吉 索朗 索南 洛桑 边巴 巴桑 普布 米玛 拉巴 "
	"白玛 德吉 顿珠 罗布 强巴 曲珍 曲扎 桑珠 旺堆 晋美 仁青 嘎玛 益西 贡布 泽仁";

/* Characters that stand for the sounds of names in other languages. */
static const char sound_characters[] =
	"阿艾爱安巴白班贝比别宾波伯布才措次达丹旦德登迪丁东顿多朵恩尔凡法夫甫"
	"嘎噶尕干刚格根贡古姑哈海罕汗合赫胡吉佳加坚江杰金"
	"久卡凯康柯科克肯孔库拉来兰朗勒雷里力立丽利廉列罗洛麦买迈曼玛马毛梅美"
	"米姆木穆拿那纳南娜尼努诺帕潘佩皮平普齐其奇恰强青"
	"琼曲热仁日茹若瑞萨塞赛桑沙莎尚舍施斯思苏索塔台太泰坦特提铁图土吐托娃"
	"瓦旺维卫温沃乌吾西希夏先肖谢欣辛雅亚央依伊益英永"
	"拥尤于玉元约扎泽增珍治忠珠卓孜子祖左斌什叶卜杜逊孙衣拜司义牙生切再排"
	"奴因卖如则荪农色居麻散万丸仙仓佐保俊华博厄叉叟叹"
	"吁咪哥哪唐喀嘉噜嚓坎堂夸奈奎奔奥妲妮娅婉媛宗宰密寸察岱嵬巧帅庞廖弗弥"
	"彼彻戈扬捷敏斐斡昂昆智松林枝果查柏柔楚欧歇毕汪沁"
	"洁津浪涅涛湘滚澈炯焦狄狸珊珞琅瑙璐甘甲盖碧祥福秀窝端笛策管红绍绒群耶"
	"聂肉腊节芒芙茂茨荣莉莱菲葛蒂蒙蓉蔓藏衮让赞跋路车堆"
	"迦郎都钦锡镇阳陀陶陵隆雄雍韩香高鲁鲍黎黛不培赤俄羊秋更措么山";

/* More of these, which short words have, too: 音乐, 门卫. */
static const char long_sound_characters[] = "宝音敖乐额敦门啦威也";

/* Characters that words have and given names have not. */
static const char word_characters_list[] =
	"不未已签件版批报费课考院楼期级寝办处缴欠注录取训检委"
	"封附表册页补免缓退转休缺请查收领发放送呈示归"
	"档原印复扫质电员者部组队区校系科类型种号码址箱数量额率"
	"值价款账户车站点段次回项目单证票据章审核验改错"
	"误漏空废停止始终结束毕算计统汇共均分招职专余脱产术"
	"体业务内外市县省械筑药针灸腔像畜兽测绘采矿冶材料"
	"境食品服装造监排暖管播演舞蹈画雕塑修货填写看阅名姓身份"
	"栏行列式稿件夹条款款项会议程序库具备急需须应"
	"残疾贫困困难病假旷迟到流失学籍过控漫秘游教医工物闻记气剂床";

/* A set of characters, which is made when it is used first. */
struct character_set {
	const char *characters;
	bool ready;
	words_set set;
};
static struct character_set initials = { .characters = initial_characters },
			    frequent = { .characters = frequent_surnames },
			    more = { .characters = more_surnames },
			    sounds = { .characters = sound_characters },
			    long_sounds = { .characters = long_sound_characters },
			    word_characters = { .characters = word_characters_list };

static bool begins(const char *s, struct character_set *with)
{
	uint32_t cp;

	if (!with->ready)
		words_set_add(with->set, with->characters, WORDS_ALL);
	with->ready = true;
	return text_decode(s, strnlen(s, 4), &cp) > 0 && words_set_has(with->set, cp);
}

/* Words that no name has in it. */
static const char sentence_words[] =
	"请勿 请核 请在 请于 以上 以下 信息 核对 核实 无误 确认 学生 如有 人数 填写 身份 姓名 "
	"报到 名册 必须 保密 机密 系统 打印 大学 学院 教务 联系 老师 领导 名单 本表 一式 严禁 "
	"外传 必填 选填 提示 提醒 配合 谢谢 感谢 谢绝 合作 证明 说明 通知 公告 公示 须知 事项 "
	"附表 附件 附录 详见 另附 见附 生成 导出 表单 问卷 文档 二维 扫码 识别 首页 末页 尾页 "
	"上页 下页 金额 元整 仅供 仅限 使用 存档 备查 安排 标准 情况 数据 资料 宿舍 结果 统计 日期 "
	"时间 号码 电话 编号 地址 邮编 民币 表示 不得 不能 格式 空格 大写";

/* Whether a character is a Latin, Cyrillic, Arabic, Tibetan, Mongolian, Korean or Japanese
 * letter. */
static bool is_letter(uint32_t cp)
{
	return is_ascii_letter(cp) || (cp >= 0xC0 && cp <= 0x24F) || (cp >= 0x400 && cp <= 0x4FF) ||
	       (cp >= 0x620 && cp <= 0x6D5) || (cp >= 0xF00 && cp <= 0xFBC) ||
	       (cp >= 0x1820 && cp <= 0x18AA) || (cp >= 0x3041 && cp <= 0x30FA) ||
	       (cp >= 0xAC00 && cp <= 0xD7A3);
}

/* What groups, and other words that are no names, end with. Those of groups are as in
 * name_form_is_name(). */
static const char group_tails[] = "班 系 族 市 省 大学 学院 专业", other_tails[] = "人 名";

static const char counts[] = "一 二 三 四 五 六 七 八 九 十 两 几 本 共 每 专 别 他";

/* Whether letters are a line that a program or a template writes: Powered by WPS, www.x.cn. */
static bool is_english(const char *s)
{
	static const char words[] =
		"by of for with from all not please sheet file end total report draft version "
		"confidential internal private copyright powered printed created generated "
		"exported microsoft excel wps office reserved use only none null";
	char word[LINE_TEXT];
	bool found = false;

	for (; *s != '\0' && !found; s += *s != '\0') {
		size_t len = 0;

		for (; *s != '\0' && *s != ' '; s++)
			word[len++] = (char)(*s >= 'A' && *s <= 'Z' ? *s + 'a' - 'A' : *s);
		word[len] = '\0';
		found = words_find(word, words, WORDS_WHOLE) > 0 ||
			words_find(word, ".com .cn .net .org", WORDS_END) > 0;
	}
	explicit_bzero(word, sizeof word);
	return found;
}

/* Whether s is letters with blanks, or ideographs with a dot: a name, however long. */
static bool is_long_name(const char *s)
{
	size_t ideographs = 0, letters = 0, dots = 0;
	const char *p = s;
	uint32_t cp;

	while (text_next(&p, &cp)) {
		if (text_is_ideograph(cp))
			ideographs++;
		else if (cp == 0xB7)
			dots++;
		else if (is_letter(cp))
			letters++;
		else if (cp >= 0x80 || strchr(" -'.", (int)cp) == NULL)
			return false;
	}
	return (ideographs > 1 && dots > 0) || (letters > 1 && ideographs == 0 && !is_english(s));
}

/* Whether s is certainly a name of two to four characters, as nearly all are: none of them is in
 * words of lines, groups and sentences. Much faster than to look for these words. */
static bool is_plain(const char *s, size_t *characters)
{
	static words_set within, ends;
	static bool ready;
	uint32_t cp = 0;

	if (!ready) {
		words_set_add(within, sentence_words, WORDS_FIRST);
		words_set_add(ends, group_tails, WORDS_LAST);
		words_set_add(ends, other_tails, WORDS_LAST);
		ready = true;
	}
	if (!line_is_none(s))
		return false;
	for (*characters = 0; text_next(&s, &cp); ++*characters)
		if (cp == 0xB7 || words_set_has(within, cp))
			return false;
	return *characters >= 2 && *characters <= NAME_FORM_USUAL && !words_set_has(ends, cp);
}

bool name_form_is(const char *s, size_t max)
{
	char bare[LINE_TEXT], *end = bare;
	size_t characters;
	bool usual, group, is;

	if (is_plain(s, &characters))
		return true;
	line_unframe(s, bare);
	for (const char *p = bare; *p != '\0'; p++)
		if (*p != ' ')
			*end++ = *p;
	*end = '\0';
	characters = line_characters(bare);
	usual = name_form_is_name(bare) && characters <= max && line_group(bare) == NULL;
	group = words_find(bare, group_tails, WORDS_END) > 0 && characters < NAME_FORM_USUAL &&
		cell_digits(bare, strlen(bare)) == 0 && line_group(bare) == NULL;
	is = (usual || group || is_long_name(s)) && strchr(s, ':') == NULL &&
	     line_word(s) == NULL &&
	     (words_find(bare, sentence_words, WORDS_ANYWHERE) == 0 || group) &&
	     (words_find(bare, other_tails, WORDS_END) == 0 ||
	      (characters == 2 && words_find(bare, counts, WORDS_START) == 0)); /* not 三人 */
	explicit_bzero(bare, sizeof bare);
	return is;
}

static bool is_person(const char *s)
{
	return name_form_is(s, NAME_FORM_USUAL);
}

/* Whether a cell holds several names: 郑十,钱十一. */
static bool is_names(const char *s)
{
	char part[LINE_TEXT];
	size_t count = 0, len, mark = 0;
	bool all = strpbrk(s, ",;/&") != NULL || strstr(s, "、") != NULL;

	for (; *s != '\0' && all; s += len + mark, count++) {
		for (len = 0; s[len] != '\0' &&
			      (mark = words_find(s + len, ", 、 ; / &", WORDS_START)) == 0;)
			len++;
		mark = s[len] == '\0' ? 0 : mark;
		memcpy(part, s, len);
		part[len] = '\0';
		all = is_person(part);
	}
	explicit_bzero(part, sizeof part);
	return all && count > 1;
}

bool name_form_is_sentence(const char *s)
{
	size_t characters = line_characters(s);
	bool digits = cell_digits(s, strlen(s)) > 0;

	return ((characters > SENTENCE && !is_long_name(s)) || strpbrk(s, ":;,!@") != NULL ||
		strstr(s, "。") != NULL ||
		(digits && (characters > NAME_FORM_USUAL || (unsigned char)*s < 0x80)) ||
		(characters > 3 && words_find(s, sentence_words, WORDS_ANYWHERE) > 0)) &&
	       !is_names(s);
}

/* Copies the ideographs and dots of a name. Returns false if digits stand between them: 连续3年. */
static bool keep_ideographs(const char *s, char out[LINE_TEXT])
{
	size_t used = 0;
	bool digits = false, between = false;
	uint32_t cp;

	while (text_next(&s, &cp)) {
		if (text_is_ideograph(cp) || cp == 0xB7) {
			between = between || (digits && used > 0);
			used += text_encode(cp, out + used);
		}
		digits = cp >= '0' && cp <= '9';
	}
	out[used] = '\0';
	return !between;
}

/* Places and other words that begin as names do. */
static const char words[] = "江苏 江西 安徽 甘肃 宁夏 青海 海南 云南 台湾 苏州 徐州 郑州 贺州 沈阳 "
			    "黄山 龙岩 周口 单招 代表 党员 平均 "
			    "张数 钱数 陈述 陈列 周一 周二 周三 周四 周五 周六 周日";

/* What heads the students of a section, or says something of a roster, and no single person. */
static const char sections[] =
	"北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 "
	"湖北 湖南 广东 广西 海南 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 内蒙古 香港 "
	"澳门 台湾 南京 无锡 南通 西安 武汉 成都 大连 青岛 沈阳 长春 哈尔滨 济南 合肥 南昌 "
	"长沙 南宁 海口 贵阳 昆明 拉萨 西宁 银川 太原 汉语 英语 日语 俄语 法语 德语 语文 本科 "
	"专科 研究 新生 老生 男生 女生 走读 住宿 住校 统招 单招 专升本 提前批 应届 往届 复读 "
	"缺席 出席 封面 目录 抄送 主送 签收 签到 转入 转出 代表 党员 团员 群众 平均 经办 小计 "
	"备用 备注 未报 已报 全部 全体 以内 其他 其它 其余 比例 参军 入伍 参军入伍 休学 退学 "
	"转学 复学 完成 同意 不同意 意见 秘书 科长 处长 主任 春季 秋季 大一 大二 大三 大四 "
	"中职 普高 高起专 函授 艺术 体育 美术 音乐 迎新 对口 全日制 正常 合格 优秀 良好 预留 "
	"备案 主管 总监 团委 党委 学工 队长 组长 楼长 舍长 寝室长 低保 网络 退役 士兵 一本 "
	"二本 定向 物联网 工商 市场 营销 国贸 广告 土木 农村 城镇 孤儿 经济 上午 下午 委培 "
	"预科 转专业 国防生 委培生 旁听生 交换生 华侨生 贫困生 留级生 进修生 借读生 港澳生 "
	"台湾生 外籍生 公费生 自费生 统招生 单招生 对口生 高职生 中职生 插班生 转校生 保送生 "
	"特招生 艺考生 体育生 艺术生 美术生 音乐生 文科生 理科生 上午场 下午场 晚场 "
	"定向士官 退役士兵 士官生 扩招 高职扩招 百万扩招 社招 "
	"校招 自主招生 综合评价 艺术统考 体育单招 省内 省外 东区 西区 南区 北区 综评 强基 征集 "
	"港澳台 插班 电商 师范 非师范 普通 普班 基础 提高 尖子 拔尖 创新 国际 双语 实验 重点 "
	"订单 少民 少骨 优师 保送 高水平 艺体 理工 人文 文理 文科 外语 经管 管院 同上 辛苦了 "
	"辛苦啦 完了 好了 没了 页眉 页脚 空行 副本 正本 样本 草稿 初稿 定稿 终稿 表一 表二 "
	"表三 未报到 已报到 保留入学资格 放弃入学资格 补录 增补 新增 调剂 马院 南疆 外地 本地 "
	"城乡 市内 市外 艺术团 专转本 如下 预览 筛选";
/* Majors, and what schools call them for short. A person may be called 林学, too. */
static const char majors[] =
	"哲学 数学 化学 声学 力学 核物理 世界史 中国画 经济林 经济学 宗教学 金融学 治安学 农学 "
	"林学 茶学 草学 蚕学 蜂学 园艺 园林 烟草 麻醉学 哈医学 藏医学 蒙医学 藏药学 蒙药学 "
	"眼视光 汉语言 翻译 会展 表演 动画 漫画 绘画 雕塑 摄影 图书馆学 生态学 西班牙语 "
	"阿拉伯语 波斯语 朝鲜语 德语 西语 泰语 越语 商务英语 应用英语 旅游英语 计算机 计科 "
	"计应 软件 软工 网安 信安 信管 信工 信计 数应 数媒 网媒 智科 智造 人工智能 云计算 "
	"区块链 机器人 无人机 电信 通信 电子 电气 光电 光信 微电子 集成 机械 机自 机设 机电 "
	"数控 模具 汽修 汽服 车辆 焊接 冶金 土木 建筑 建工 给排水 暖通 造价 工管 工造 测绘 "
	"道桥 桥隧 隧道 路桥 铁道 轨道 高铁 乘务 空乘 化工 应化 材料 高分子 生工 生科 生技 "
	"生物 环境 环工 采矿 地质 石油 油气 水利 水工 水文 水产 植保 种子 动医 兽医 畜牧 草业 "
	"粮食 食品 核工 热能 能动 新能源 财管 财务 财政 税务 税收 保险 投资 审计 国商 商贸 "
	"商务 商英 市营 人资 人力 物管 物流 旅游 酒店 行管 公管 公事 导游 茶艺 烹饪 文秘 政治 "
	"思政 社工 社会 新闻 传播 播音 编导 广电 汉文 中文 历史 考古 物理 地理 地信 心理 应心 "
	"学前 小教 特教 早教 幼教 幼师 体教 社体 运训 体管 健管 舞蹈 书法 动漫 环设 视传 产设 "
	"服设 服装 艺设 临床 口腔 影像 检验 麻醉 康复 预防 公卫 中医 中药 针灸 针推 法医 药剂 "
	"制药 助产 美容 家政 养老 托育 健康 航海 轮机 船舶 航空 航天 飞行 飞行器 民航 珠宝 "
	"家具 消防 刑侦 侦查 治安 司法 监狱 法律 海关 报关 房产 房管 城规 规划 风园 城管 资环 "
	"资勘 勘查 遥感 气象 大气 海洋 天文 西藏班 林学院 中德 中英 中美 中法 中澳 能源经济 "
	"数字经济 贸易经济 国际政治 冰雪运动 手语翻译 交通运输 城乡规划 风景园林 森林保护 "
	"市场营销 音乐治疗 联合培养 司法助理 农技特岗";
static const char ordinals[] = "第一 第二 第三 第四 第六 第七 第八 第九 第十";
static const char section_tails[] =
	"及格 合格 完成 自动化 省 市 县 族 系 组 类 部 处 室 区 员 者 费 率 额 表 页 届 "
	"级 批 办 院 工程 教育 技术 管理 设计 科学 法学 文学 医学 药学 会计 会计学 护理 "
	"护理学 金融 金融学 本科生 专科生 研究生 新生 老生 考生 读生 宿生 男生 女生 留学生 "
	"毕业生 定向生 特长生 预科生 师范生 考场 校区 农科生";
/* Endings of such words of three characters or more, which names with a rare surname have, too. */
static const char word_tails[] = "生 学 业 商 贸 产";

/* Whether all characters of a name are sounds, or all but one of four or more. */
static bool is_sounds(const char *name, size_t characters)
{
	size_t others = 0;

	for (const char *p = name; *p != '\0'; p += strlen(p) > 3 ? 3 : strlen(p))
		others += !begins(p, &sounds) &&
			  (characters <= NAME_FORM_USUAL || !begins(p, &long_sounds));
	return others == 0 || (others == 1 && characters >= NAME_FORM_USUAL);
}

size_t name_form_ideographs(const char *s)
{
	size_t count = 0;
	uint32_t cp;

	while (text_next(&s, &cp))
		count += text_is_ideograph(cp);
	return count;
}

bool name_form_has_length(const char *s)
{
	size_t count = name_form_ideographs(s), blanks = 0;

	for (const char *p = s; *p != '\0'; p++)
		blanks += *p == ' ';
	return count > 1 && count <= NAME_FORM_USUAL && line_characters(s) == count + blanks;
}

bool name_form_may_be(const char *s)
{
	size_t characters = line_characters(s);

	return characters > 1 && characters <= NAME_FORM_USUAL && strlen(s) == WORD * characters &&
	       (begins(s, &initials) || is_sounds(s, characters));
}

bool name_form_is_sure(const char *s)
{
	size_t characters = line_characters(s);

	if ((unsigned char)*s < 0x80 || strstr(s, "·") != NULL || strchr(s, '*') != NULL ||
	    words_find(s, two_characters, WORDS_START) > 0)
		return true;
	if (characters > 3 && is_sounds(s, characters))
		return true;
	return characters <= NAME_FORM_USUAL &&
	       (begins(s, &frequent) ||
		(begins(s, &more) && words_find(s, no_surnames, WORDS_START) == 0));
}

bool name_form_is_section(const char *s)
{
	size_t characters = line_characters(s);
	bool sure = name_form_is_sure(s);
	bool place = characters > 2 && words_find(s, "省 市 县", WORDS_END) > 0;
	bool class = words_find(s, "班", WORDS_END) > 0 && (!sure || (unsigned char)*s < 0x80) &&
		     words_find(s, "尔班", WORDS_END) == 0 && /* not 库尔班 */
		     line_group(s) == NULL;

	return place || class || words_find(s, sections, WORDS_WHOLE) > 0 ||
	       words_find(s, majors, WORDS_WHOLE) > 0 || words_find(s, words, WORDS_WHOLE) > 0 ||
	       words_find(s, no_surnames, WORDS_START) > 0 ||
	       words_find(s, ordinals, WORDS_START) > 0 ||
	       (words_find(s, "族", WORDS_END) > 0 && ethnic_group_read(s) > 0) ||
	       (words_find(s, section_tails, WORDS_END) > 0 && !sure && !is_sounds(s, characters));
}

bool name_form_has_word_character(const char *s)
{
	const char *all = s;
	size_t whole = line_characters(s);
	bool found = false, first = true;
	uint32_t cp;

	for (; *s != '\0' && !found && text_decode(s, strlen(s), &cp) > 0; first = false) {
		found = !first && begins(s, &word_characters);
		s += text_decode(s, strlen(s), &cp);
	}
	return found ||
	       (whole > 2 && words_find(all, word_tails, WORDS_END) > 0 && !name_form_may_be(all));
}

/* Whether a short name begins with a surname, or all characters of a name are sounds. */
static bool is_usual(const char *name, size_t characters)
{
	if (characters == 2 && words_find(name, words, WORDS_WHOLE) > 0)
		return false;
	if (words_find(name, two_characters, WORDS_START) > 0)
		return characters <= NAME_FORM_USUAL + 1;
	if (characters <= NAME_FORM_USUAL && begins(name, &initials))
		return characters < 3 ||
		       words_find(name, "省 市 县 系 室 部 处 区 组 周", WORDS_END) == 0;
	return characters > 2 && is_sounds(name, characters);
}

/* Cuts a telephone number or another one behind a name: 王芳 13800001111. */
static void cut_number(char *s)
{
	for (size_t at = strcspn(s, "0123456789"), run; s[at] != '\0'; at += run) {
		run = strspn(s + at, "0123456789");
		if (at > 0 && run >= DIGITS_TELEPHONE) {
			s[at] = '\0';
			return;
		}
		run += strcspn(s + at + run, "0123456789");
	}
}

enum name_form name_form(const char *s)
{
	char bare[LINE_TEXT], name[LINE_TEXT];
	enum name_form form = NAME_NONE;
	size_t characters;
	bool whole;

	if (is_plain(s, &characters))
		return is_usual(s, characters) ? NAME_USUAL : NAME_POSSIBLE;
	line_unframe(s, bare);
	cut_number(bare);
	whole = keep_ideographs(bare, name) && cell_digits(bare, strlen(bare)) <= DIGITS;
	characters = line_characters(name);
	if (is_names(s) ||
	    (characters > 0 && strchr(s, '*') != NULL &&
	     (*s != '*' || characters < NAME_FORM_USUAL) &&
	     words_find(name, sentence_words, WORDS_ANYWHERE) == 0) ||
	    (characters == 0 && is_long_name(bare)))
		form = NAME_USUAL;
	else if (whole && characters == 1)
		form = begins(name, &initials) ? NAME_USUAL : NAME_NONE;
	else if (whole && name_form_is(name, NAME_FORM_LONG))
		form = is_usual(name, characters) || is_long_name(name) ? NAME_USUAL
									: NAME_POSSIBLE;
	explicit_bzero(bare, sizeof bare);
	explicit_bzero(name, sizeof name);
	return form;
}

bool name_form_is_absent(const char *s, size_t *len)
{
	size_t whole = strlen(s),
	       step = words_find(s, "报到 入学 休学 退学 转学 转专业 请假 参军 入伍 复读 保留",
				 WORDS_END);
	char name[LINE_TEXT] = "";
	bool is;

	*len = 0;
	if (step == 0 || (unsigned char)*s < 0x80 || whole < 2 * WORD || whole >= LINE_TEXT)
		return false;
	memcpy(name, s, 2 * WORD);
	is = name_form_is_sure(name);
	memcpy(name, s, whole + 1);
	for (size_t end = whole; step > 0;
	     step = words_find(name, "未 已 没 没有 未能 放弃 不 办理 申请 因病 自愿 暂 ( 、 , -",
			       WORDS_END)) {
		end -= step;
		name[end] = '\0';
	}
	if (is && name_form_is(name, NAME_FORM_USUAL) && name_form(name) == NAME_USUAL)
		*len = strlen(name);
	explicit_bzero(name, sizeof name);
	return is;
}

bool name_form_swapped(const char *cell, const char *name_cell)
{
	char text[LINE_TEXT];
	bool name, sure;
	enum name_form own;

	if (*cell == '\0' || cell_digits(cell, strlen(cell)) > 0)
		return false;
	cell_fold(cell, text, sizeof text);
	name = (unsigned char)*text >= 0x80 && line_characters(text) > 1 &&
	       words_find(text, "证 照 本 簿 件 中 侨", WORDS_END) == 0 && /* 许可证, 申请中 */
	       cell_digits(text, strlen(text)) == 0 && name_form(text) == NAME_USUAL;
	sure = name &&
	       (begins(text, &frequent) || words_find(text, two_characters, WORDS_START) > 0);
	if (name) {
		cell_fold(name_cell, text, sizeof text);
		own = name_form(text);
		name = own == NAME_NONE || (sure && own == NAME_POSSIBLE); /* not 项目,金额 */
	}
	explicit_bzero(text, sizeof text);
	return name;
}

bool name_form_is_name(const char *s)
{
	const char *rest = s;
	size_t count = 0;
	uint32_t cp;

	for (; text_next(&rest, &cp); count++)
		if (cp != 0xB7 && !text_is_ideograph(cp))
			return false;
	return count >= 2 && count <= 15 &&
	       words_find(s, "族 学院 系 班 专业 大学 市 省", WORDS_END) == 0;
}
