/* SPDX-License-Identifier: MIT */
#include "rules/sentence.h"

#include <ctype.h>
#include <string.h>

#include "base/json_out.h"
#include "base/text.h"

#define SITE "chsi.com.cn"
#define TYPE_DOT "，中文输入法下按 Shift+2 或 ` 键打出。"
#define CHECK_CARD "，照身份证核对。"
#define EXPORT "，从原表重新导出，这一列存成文本。"
#define RECORD_AT_FAULT .typing = "，不是你填错了，请老师更正。", .roster = "，更正高考信息。"
#define GO_YOURSELF "，不要打开，自己输入 " SITE "。"
#define COPY_AGAIN "，照浏览器地址栏重新抄。"
#define MAIL_IN_FULL "，把邮箱写全，例如 zhangsan@example.com。"

/* A sentence is `what` (`masked` where characters must not be quoted; NULL: what quotes none) and then what
 * to do, for a student typing (NULL: nothing more) and for a counsellor (NULL: the same). In them stand
 *   %p the place with its unit, 第 2 个字; of several, 第 2、3 位, 第 2–5 位
 *   %a at   %b other   %n count   %u the unit   %f what the field is called
 *   %i is   %s should, each named: 空格, “•”, 字母“O”, 09   %I %S the same with the code point
 *   %t is   %r should, as they are   %l the label */
struct sentence {
	const char *what, *masked, *typing, *roster;
};

static const struct sentence sentences[FINDING_SLIP_COUNT] = {
	[SLIP_BLANK] = { .what = "%p是%i，删掉它。" },
	[SLIP_BLANK_START] = { .what = "开头多了%i，删掉它。" },
	[SLIP_BLANK_END] = { .what = "末尾多了%i，删掉它。" },
	[SLIP_INVISIBLE] = { .what = "%p是%I",
			     .typing = "，清空重打，别粘贴。",
			     .roster = "，这一格重新输入。" },
	[SLIP_FULLWIDTH] = { .what = "%p是全角的",
			     .typing = "，切换到英文输入法重打。",
			     .roster = "，改成半角。" },
	[SLIP_TOO_SHORT] = { .what = "应为 %b 位，少了 %n 位，从头对一遍。" },
	[SLIP_TOO_LONG] = { .what = "应为 %b 位，多了 %n 位，从头对一遍。" },
	[SLIP_SCIENTIFIC] = { .what = "表格软件把%f存成了科学计数，原来的数字丢了",
			      .typing = "，照原件重新输入。",
			      .roster = EXPORT },

	[SLIP_CHANGED] = { .what = "%p应为%s，现在是%i。", .masked = "%p与高考信息不同。" },
	[SLIP_SCATTERED] = { .what = "有 %n %u不同，先看第 %a %u：应为%s，现在是%i。",
			     .masked = "有 %n %u与高考信息不同，先看第 %a %u。" },
	[SLIP_SWAPPED] = { .what = "%p互换了，应为%s。", .masked = "%p互换了。" },
	[SLIP_SWAPPED_FAR] = { .what = "第 %a 位和第 %b 位互换了", .typing = CHECK_CARD },
	[SLIP_EXTRA] = { .what = "%p多了%i", .masked = "%p是多的", .typing = CHECK_CARD },
	[SLIP_MISSING] = { .what = "第 %b %u漏了%s",
			   .masked = "第 %b %u漏了",
			   .typing = "，补上它。" },
	[SLIP_MISSING_END] = { .what = "后面还少 %n %u", .typing = "，照身份证补全。" },
	[SLIP_OTHER_LENGTH] = { .what = "从第 %a 位起与高考信息不同：那里有 %b 位，这里有 %n "
					"位。" },
	[SLIP_RECORD_EXTRA] = { .what = "高考信息的%f里多了%s", RECORD_AT_FAULT },
	[SLIP_RECORD_LACKS] = { .what = "%p的%i，高考信息里没有",
				.typing = "；照身份证填。",
				.roster = "；照身份证核对。" },
	[SLIP_RECORD_WRITTEN] = { .what = "%p在高考信息里是%S，这里是%I，只是写法不同",
				  .masked = "%p和高考信息只是写法不同",
				  .typing = "；照身份证填，请老师更正。",
				  .roster = "；更正高考信息。" },

	[SLIP_ID_EMPTY] = { .what = "",
			    .typing = "还没有填证件号码，照证件填。",
			    .roster = "证件号码空着，补上。" },
	[SLIP_NOT_DIGIT] = { .what = "%p应为数字，现在是%i。", .masked = "%p不是数字。" },
	[SLIP_NOT_DIGIT_LAST] = { .what = "%p应为数字或大写 X，现在是%i。",
				  .masked = "%p不是数字，也不是大写 X。" },
	[SLIP_NOT_DIGITS] = { .what = "%p是%i，不是数字",
			      .masked = "%p不是数字",
			      .typing = CHECK_CARD },
	[SLIP_NOT_OF_NUMBER] = { .what = "%p多了%i，号码里只有数字和大写 X，删掉它。",
				 .masked = "%p多了别的字符，删掉它。" },
	[SLIP_LOWERCASE_X] = { .what = "%p应为大写 X，现在是小写 x",
			       .typing = "，按 Shift+X 改。",
			       .roster = "，改成大写 X。" },
	[SLIP_X_LOOKALIKE] = { .what = "%p应为字母 X，现在是%I",
			       .typing = "，切换到英文输入法，按 Shift+X 改。",
			       .roster = "，改成大写 X。" },
	[SLIP_FIFTEEN] = { .what = "15 位是旧号码，或者还没有填完",
			   .typing = "，照身份证填 18 位。" },
	[SLIP_PROVINCE] = { .what = "开头两位%i 不是省份代码",
			    .masked = "开头两位不是省份代码",
			    .typing = CHECK_CARD },
	[SLIP_NINE] = { .what = "9 开头的是外国人永久居留身份证，证件类型也要选它。" },
	[SLIP_NOT_NINE] = { .what = "外国人永久居留身份证的号码以 9 开头，核对证件类型。" },
	[SLIP_NOT_EIGHT] = { .what = "港澳台居民居住证的号码以 81、82 或 83 开头，核对证件类型。" },
	[SLIP_REGION] = { .what = "开头 6 位在历年的区划代码里查不到，只认得“%r”",
			  .masked = "开头 6 位在历年的区划代码里查不到",
			  .typing = "；不一定错，看一眼身份证。" },
	[SLIP_BIRTH_DATE] = { .what = "第 7–14 位是出生日期，没有 %t 这一天",
			      .masked = "第 7–14 位是出生日期，没有这一天",
			      .typing = CHECK_CARD },
	[SLIP_BIRTH_COMING] = { .what = "第 7–14 位是出生日期，%t 还没有到",
				.masked = "第 7–14 位是出生日期，还没有到",
				.typing = CHECK_CARD },
	[SLIP_AGE] = { .what = "第 7–14 位是出生日期，算来 %n 岁",
		       .masked = "第 7–14 位是出生日期，年纪少见",
		       .typing = "；没有错就不用管。" },
	[SLIP_CHECKSUM] = { .what = "号码有一位或几位抄错了，从头对一遍。" },
	[SLIP_ROUNDED] = { .what = "末尾的 000 多半是表格软件抹出来的",
			   .typing = "，照身份证重新输入。",
			   .roster = EXPORT },
	[SLIP_OLD_FORM] = { .what = "这是同一个号码的 15 位旧写法",
			    .typing = "，照身份证填 18 位。" },
	[SLIP_ROUNDED_ENTRY] = { .what = "末尾的 000 多半是表格软件抹出来的，高考信息里不是",
				 .typing = "，照身份证重新输入。",
				 .roster = EXPORT },
	[SLIP_RECORD_OLD_FORM] = { .what = "高考信息里是 15 位旧号码", RECORD_AT_FAULT },
	[SLIP_RECORD_SCIENTIFIC] = { .what = "高考信息里的号码被表格软件存成了科学计数",
				     RECORD_AT_FAULT },
	[SLIP_RECORD_ROUNDED] = { .what = "高考信息里的末三位被表格软件抹成了 000",
				  RECORD_AT_FAULT },
	[SLIP_SEX] = { .what = "第 17 位表示性别：号码是%t，高考信息是%r",
		       .masked = "第 17 位表示的性别与高考信息不同",
		       .typing = CHECK_CARD },
	[SLIP_SEX_COLUMN] = { .what = "第 17 位表示性别：号码是%t，“性别”一栏是%r",
			      .masked = "第 17 位表示的性别与“性别”一栏不同",
			      .typing = "，核对是哪一栏错。" },
	[SLIP_BIRTH] = { .what = "第 7–14 位是出生日期：号码是 %t，高考信息是 %r",
			 .masked = "第 7–14 位表示的出生日期与高考信息不同",
			 .typing = CHECK_CARD },
	[SLIP_BIRTH_COLUMN] = { .what = "第 7–14 位是出生日期：号码是 %t，“出生日期”一栏是 %r",
				.masked = "第 7–14 位表示的出生日期与“出生日期”一栏不同",
				.typing = "，核对是哪一栏错。" },

	[SLIP_NAME_EMPTY] = { .what = "",
			      .typing = "还没有填姓名，照身份证填。",
			      .roster = "姓名空着，补上。" },
	[SLIP_NAME_SHORT] = { .what = "",
			      .typing = "网站要至少 2 个字；身份证上就是一个字的，找学信网客服。",
			      .roster = "姓名只有一个字，照身份证核对。" },
	[SLIP_NAME_LONG] = { .what = "姓名有 %n 个字，网站多半只收 %b 个；没有多打就照身份证填。" },
	[SLIP_NAME_CHARACTER] = { .what = "%p是%i，姓名里不能有",
				  .masked = "%p不是姓名里能有的字",
				  .typing = "，照身份证改。" },
	[SLIP_DOT_WRONG] = { .what = "%p应为间隔号“·”（U+00B7），现在是%I",
			     .typing = TYPE_DOT,
			     .roster = "，改成“·”。" },
	[SLIP_DOT_NEEDLESS] = { .what = "%p%i没有隔开两段名字，删掉它。" },
	[SLIP_LOOKALIKE] = { .what = "%p应为%S，现在是样子像的%I",
			     .masked = "%p只是样子像，编码不对",
			     .typing = "，用输入法重打。",
			     .roster = "，这个字重新输入。" },
	[SLIP_PRIVATE_KNOWN] = { .what = "%p应为%S，现在是它的旧编码%I",
				 .masked = "%p用了旧编码",
				 .typing = "，用新版输入法重打。",
				 .roster = "，这个字重新输入。" },
	[SLIP_PRIVATE] = { .what = "%p是%I，换一台机器就不是这个字",
			   .masked = "%p是私用区字符，换一台机器就不是这个字",
			   .typing = "，用输入法重打，别粘贴。",
			   .roster = "，这个字重新输入。" },
	[SLIP_DOT_BLANK] = { .what = "%p应为间隔号“·”（U+00B7），现在是空格",
			     .typing = TYPE_DOT,
			     .roster = "，改成“·”。" },
	[SLIP_DOT_MISSING] = { .what = "第 %a 个字前少了间隔号“·”（U+00B7）",
			       .typing = TYPE_DOT,
			       .roster = "，补上它。" },
	[SLIP_RECORD_DOT_MISSING] = { .what = "%p的“·”，高考信息里没有；身份证上有就没填错",
				      .typing = "，请老师更正。",
				      .roster = "，更正高考信息。" },
	[SLIP_PLACEHOLDER] = { .what = "%p%i，高考信息里用%s代替",
			       .masked = "%p，高考信息里用别的字符代替",
			       .typing = "，不算填错；查不到再找老师更正。",
			       .roster = "，更正高考信息。" },
	[SLIP_TRUNCATED] = { .what = "高考信息里只有前 %n 个字，多半是截断了",
			     .typing = "，不算填错；查不到再找老师更正。",
			     .roster = "，更正高考信息。" },

	[SLIP_CANDIDATE_EMPTY] = { .what = "还没有填考生号，录取通知书、高考报名表上都有。" },
	[SLIP_CANDIDATE_CHARACTER] = { .what = "考生号只有数字，一般是 14 位，照录取通知书填。" },
	[SLIP_CANDIDATE_LENGTH] = { .what = "考生号通常是 %b 位数字，现在是 %n 个字符，"
					    "别和准考证号、学号弄混。" },
	[SLIP_CANDIDATE_PROVINCE] = { .what = "考生号第 3、4 "
					      "位通常是省份代码，这里不是，核对一下。" },
	[SLIP_CANDIDATE_OTHER] = { .what = "考生号与高考信息不同，核对是哪一边抄错了。" },

	[SLIP_MOBILE_EMPTY] = { .what = "还没有填手机号。" },
	[SLIP_MOBILE_CHARACTER] = { .what = "%p是%i，手机号里只有数字。",
				    .masked = "%p不是数字。" },
	[SLIP_MOBILE_FOREIGN] = { .what = "以 + 或 00 开头的是境外号码，这里只收大陆手机号。" },
	[SLIP_MOBILE_COUNTRY] = { .what = "开头 %n 个字符是国家代码，删掉，只留后面 11 位。" },
	[SLIP_MOBILE_LANDLINE] = { .what = "0 开头的是座机，这里要手机号。" },
	[SLIP_MOBILE_FIRST] = { .what = "第 1 位应为 1，现在是%i。", .masked = "第 1 位应为 1。" },
	[SLIP_MOBILE_SECOND] = { .what = "第 2 位应为 3 到 9，现在是%i。",
				 .masked = "第 2 位应为 3 到 9。" },

	/* of passwords places and kinds alone are told, masked or not */
	[SLIP_PASSWORD_EMPTY] = { .what = "还没有填密码，编一个演练用的。" },
	[SLIP_PASSWORD_SHORT] = { .what = "密码至少 %b 个字符，还少 %n 个。" },
	[SLIP_PASSWORD_LONG] = { .what = "密码至多 %b 个字符，多了 %n 个。" },
	[SLIP_PASSWORD_CHARACTER] = { .what = "密码只能用英文字母、数字和符号：%p不是。" },
	[SLIP_PASSWORD_ONE_KIND] = { .what = "太弱：只有一类字符，大写、小写、数字、符号至少用两类"
					     "。" },
	[SLIP_PASSWORD_EASY] = { .what = "%p相同或按顺序排列，容易猜到，换掉它。" },
	[SLIP_PASSWORD_OF_BIRTH] = { .what = "%p和出生日期里的一样，认识你的人猜得到。" },
	[SLIP_PASSWORD_OF_NUMBER] = { .what = "%p和证件号码里的一样，认识你的人猜得到。" },
	[SLIP_PASSWORD_OF_MOBILE] = { .what = "%p和手机号里的一样，认识你的人猜得到。" },
	[SLIP_AGAIN_FIRST_EMPTY] = { .what = "先填上一栏的密码，再回来确认。" },
	[SLIP_AGAIN_EMPTY] = { .what = "把密码再输入一遍。" },
	[SLIP_AGAIN_SHORT] = { .what = "还少 %n 个字符，接着输完。" },
	[SLIP_AGAIN_LONG] = { .what = "从第 %a 个字符起多了 %n 个，删掉。" },
	[SLIP_AGAIN_CASE] = { .what = "第 %a 个字符的大小写不同，看看大写锁定是不是开着。" },
	[SLIP_AGAIN_OTHER] = { .what = "从第 %a 个字符起和上一栏不一样，清空重打。" },
	[SLIP_EMAIL_MISTYPED] = { .what = "%p应为英文的%S，现在是%I，切换到英文输入法重打。",
				  .masked = "%p应为英文的符号，切换到英文输入法重打。" },
	[SLIP_EMAIL_CHARACTER] = { .what = "%p是%i，邮箱地址里不能有。",
				   .masked = "%p在邮箱地址里不能有。" },
	[SLIP_EMAIL_DOT] = { .what = "第 %a 个字符的点是多的，删掉它。" },
	[SLIP_EMAIL_NO_AT] = { .what = "邮箱地址里没有“@”" MAIL_IN_FULL },
	[SLIP_EMAIL_SECOND_AT] = { .what = "第 %a 个字符又是“@”，只能有一个，删掉多的。" },
	[SLIP_EMAIL_NO_NAME] = { .what = "“@”前面没有名字" MAIL_IN_FULL },
	[SLIP_EMAIL_NO_HOST] = { .what = "“@”后面没有邮箱网站" MAIL_IN_FULL },
	[SLIP_EMAIL_LONG] = { .what = "太长：“@”前至多 %n 个字符，一共至多 %b 个。" },
	[SLIP_EMAIL_NO_END] = { .what = "“@”后面少了 .com、.cn 这样的后缀" MAIL_IN_FULL },
	[SLIP_EMAIL_HOST] = { .what = "第 %a 个字符起不像邮箱网站的名字，对照自己的邮箱改。" },
	[SLIP_EMAIL_END] = { .what = "第 %a 个字符起应为 com、cn 这样的字母" MAIL_IN_FULL },
	[SLIP_EMAIL_CON] = { .what = "末尾是 .con，多半应为 .com，最后一个字母改成 m。" },

	[SLIP_ADVICE] = { .what = "%l" },
	[SLIP_QUESTION_SAME] = { .what = "和前面的“%l”选了同一个，换一个。" },
	[SLIP_ANSWER_EMPTY] = { .what = "选了问题，答案还空着。" },
	[SLIP_QUESTION_EMPTY] = { .what = "有了答案，问题还没有选：到上一行用 ← → 选。" },
	[SLIP_TERMS] = { .what = "不勾选“%l”，网站不让提交。先点开读一遍，再勾选。" },
	[SLIP_LOGIN] = { .what = "真的网站也这样提示。用户名填手机号、证件号码或邮箱，不是学号。" },
	[SLIP_SMS_EMPTY] = { .what = "还没有填验证码，先点“免费获取”，看演练短信。" },
	[SLIP_SMS_NOT_SENT] = { .what = "校验码有误：还没有获取过，先点“免费获取”。" },
	[SLIP_SMS_EXPIRED] = { .what = "校验码有误：过了 10 分钟，已失效，重新获取。" },
	[SLIP_SMS_OTHER] = { .what = "校验码有误：照最新一条演练短信里的 6 位数字填。" },

	[SLIP_ADDRESS_EMPTY] = { .what = "还没有填网址，把浏览器地址栏里的抄过来或粘贴过来。" },
	[SLIP_ADDRESS_SCHEME] = { .what = "开头不是 "
					  "https://，打开的不会是学信网的网页" GO_YOURSELF },
	[SLIP_ADDRESS_SLASHES] = { .what = "开头应为 https://，一个冒号、两个斜杠" COPY_AGAIN },
	[SLIP_ADDRESS_PLAIN] = { .what = "http:// 不加密，同一网络里的人看得见，登录前改成 "
					 "https://。" },
	[SLIP_ADDRESS_CHARACTER] = { .what = "第 %a 个字符是%I，学信网的网址里没有" COPY_AGAIN },
	[SLIP_ADDRESS_LOOKALIKE] = { .what = "第 %a 个字符是%I，不是英文的%S，当心仿冒。" },
	[SLIP_ADDRESS_BACKSLASH] = { .what = "第 %a 个字符是反斜杠“\\”，网址里只用“/”" COPY_AGAIN },
	[SLIP_ADDRESS_ENCODED] = { .what = "第 %a "
					   "个字符是“%%”，网站的名字被编码盖住了，不要打开。" },
	[SLIP_ADDRESS_NOT_OF_HOST] = { .what = "第 %a 个字符是%i，网站的名字里不能有" COPY_AGAIN },
	[SLIP_ADDRESS_PORT] = { .what = "第 %a 个字符“:”后面应为端口号，现在不是" COPY_AGAIN },
	[SLIP_ADDRESS_USER] = { .what = "第 %a 个字符是“@”，打开的其实是 %t，不要打开。" },
	[SLIP_HOST_MISSING] = { .what = "这里少了网站的名字，应为 " SITE COPY_AGAIN },
	[SLIP_HOST_DOT] = { .what = "第 %a 个字符的点前面没有名字，删掉多的点。" },
	[SLIP_HOST_IP] = { .what = "这是一台机器的 IP 地址，不是学信网" GO_YOURSELF },
	[SLIP_HOST_PUNYCODE] = { .what = "第 %a 个字符起的 xn-- "
					 "是别国文字，常用来仿冒" GO_YOURSELF },
	[SLIP_HOST_CONTINUED] = { .what = "第 %a 个字符起又接了别的，网站其实是 %t" GO_YOURSELF },
	[SLIP_HOST_HYPHEN] = { .what = "第 %a 个字符是连字符“-”，%t 不是学信网" GO_YOURSELF },
	[SLIP_HOST_NO_DOT] = { .what = "第 %a 个字符前少了点，连成了另一个网站" GO_YOURSELF },
	[SLIP_HOST_EXTRA_W] = { .what = "第 %a 个字符起多了 %n 个 w，是仿冒的网站" GO_YOURSELF },
	[SLIP_HOST_END] = { .what = "第 %a 个字符起应为 com.cn，%t 不是学信网" GO_YOURSELF },
	[SLIP_HOST_SIMILAR] = { .what = "第 %a 个字符起不对，%t 只是像学信网" GO_YOURSELF },
	[SLIP_HOST_IN_PATH] = { .what = "这是 %t，路径里的 " SITE " 不算数" GO_YOURSELF },
	[SLIP_HOST_OTHER] = { .what = "这是 %t，不要打开：第一个“/”之前，必须是 " SITE
				      "，或以 ." SITE " 结尾。" },

	[SLIP_SHOWN_PRIVATE] = { .what = "%p是网页字体的私用码，照屏幕打，不要复制。" },
	[SLIP_SHOWN_OTHER] = { .what = "从第 %a 个字起不同：网站是%i，高考信息是%s。",
			       .masked = "从第 %a 个字起与高考信息不同。" },

	[SLIP_REPEATED] = { .what = "%l与第 %b 行相同，姓名也相同：多半录入了两次，删去一行。" },
	[SLIP_REPEATED_OTHER] = { .what = "%l与第 %b "
					  "行相同，姓名却不同：至少有一行抄错了，对照证件核对。" },
	[SLIP_NOT_IN_RECORDS] = { .what = "高考信息里没有这个人：考生号、证件号码、姓名加出生日期都"
					  "查不到"
					  "。" },
	[SLIP_NOT_IN_ROSTER] = { .what = "高考信息第 %b "
					 "行的这个人，名册里没有。没有报到的不必理会。" },
	[SLIP_CELLS] = { .what = "这一行有 %n 格，表头只有 %b 格，多半错位了。"
				 "格子里本来就有逗号的，用英文双引号括起来。" },
	[SLIP_COLUMN_ROUNDED] = { .what = "%n 个证件号码以 000 结尾，占 %b%%，平常不到 0.1%%："
					  "这份名册经过表格软件，末三位丢了。从原系统重新导出，"
					  "号码一列存成文本。" },
	[SLIP_COLUMN_SCIENTIFIC] = { .what = "%n 个证件号码成了 1.1E+17 "
					     "这样的科学计数，原来的数字丢了。"
					     "从原系统重新导出，号码一列存成文本。" },
	[SLIP_TWO_ENCODINGS] = { .what = "文件里有两种编码：从第 %b 行起不再是前面的 %l。"
					 "两个文件拼在一起之前，都先另存为 UTF-8。" },
};

/* The sentence as it grows. */
struct line {
	char *out;
	size_t len;
};

static void add_n(struct line *l, const char *s, size_t n)
{
	if (n > SENTENCE_MAX - 1 - l->len)
		n = text_valid_bytes(s, SENTENCE_MAX - 1 - l->len);
	memcpy(l->out + l->len, s, n);
	l->len += n;
	l->out[l->len] = '\0';
}

static void add(struct line *l, const char *s)
{
	add_n(l, s, strlen(s));
}

static void add_number(struct line *l, size_t n)
{
	char digits[24];

	snprintf(digits, sizeof digits, "%zu", n);
	add(l, digits);
}

static const char *unit_of(const struct finding *f)
{
	switch (finding_code_field(f->code)) {
	case FIELD_ID_NUMBER:
	case FIELD_CANDIDATE_NUMBER:
		return "位";
	case FIELD_NAME:
	case FIELD_SHOWN:
		return "个字";
	default:
		return "个字符";
	}
}

static const char *field_of(const struct finding *f)
{
	switch (finding_code_field(f->code)) {
	case FIELD_NAME:
		return "姓名";
	case FIELD_CANDIDATE_NUMBER:
		return "考生号";
	default:
		return "号码";
	}
}

/* 第 2 位; 第 2、3 位; 第 2–5 位. */
static void add_place(struct line *l, const struct finding *f)
{
	add(l, "第 ");
	add_number(l, f->at);
	if (f->count > 1) {
		add(l, f->count == 2 ? "、" : "–");
		add_number(l, f->at + f->count - 1);
	}
	add(l, " ");
	add(l, unit_of(f));
}

/* The word for a character that cannot be shown; NULL: it can. */
static const char *word_for(uint32_t cp)
{
	static const struct {
		uint32_t cp;
		const char *word;
	} known[] = {
		{ 0x09, "制表符" },     { 0x0A, "换行符" },     { 0x0D, "回车符" },
		{ 0x20, "空格" },       { 0xA0, "不间断空格" }, { 0x200B, "零宽空格" },
		{ 0x3000, "全角空格" }, { 0xFEFF, "零宽空格" }, { 0xFFFD, "乱码" },
	};

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (known[i].cp == cp)
			return known[i].word;
	if (text_is_blank(cp))
		return "空白";
	if (text_is_invisible(cp) || text_char_width(cp) == 0)
		return "看不见的字符";
	if ((cp >= 0xE000 && cp <= 0xF8FF) || cp >= 0xF0000)
		return "私用区字符";
	if (text_clean_char(cp) == cp)
		return NULL;
	return cp >= 0x20000 && cp < 0x40000 ? "生僻字" : "无法显示的字符";
}

/* One character by name: 空格, “•”（U+2022）, 字母“O” (taken for a 0), or a digit with a blank before it. The
 * code point only where it is wanted, or nothing else tells which one it is. */
static void add_character(struct line *l, uint32_t cp, const char *s, bool coded)
{
	const char *word = word_for(cp);
	char code[24];

	if (cp >= '0' && cp <= '9') {
		add(l, " ");
		add(l, s);
		return;
	}
	if (word != NULL)
		add(l, word);
	else
		add(l, cp < 0x80 && isalpha((int)cp) ? "字母“" : "“");
	if (word == NULL) {
		add(l, s);
		add(l, "”");
	}
	snprintf(code, sizeof code, "（U+%04X）", (unsigned)cp);
	if (coded ? cp >= 0x80 || word != NULL : word != NULL && cp > 0x20 && !text_is_blank(cp))
		add(l, code);
}

/* True if all of it can be shown as it is. */
static bool is_showable(const char *s)
{
	size_t len = strlen(s);
	uint32_t cp;

	for (size_t at = 0; at < len; at += text_decode(s + at, len - at, &cp))
		if (text_decode(s + at, len - at, &cp) == 0 || word_for(cp) != NULL)
			return false;
	return true;
}

/* Several characters: digits and X as they are, others in quotes; the first where not all can be shown. */
static void add_named(struct line *l, const char *s, bool coded)
{
	bool digits = s[strspn(s, "0123456789X")] == '\0';
	char first[5] = "";
	size_t step;
	uint32_t cp = 0;

	step = text_decode(s, strlen(s), &cp);
	if (step == 0) {
		add(l, "空的");
	} else if (s[step] == '\0' || !is_showable(s)) {
		memcpy(first, s, step);
		add_character(l, cp, first, coded);
	} else {
		add(l, digits ? " " : "“");
		add(l, s);
		add(l, digits ? "" : "”");
	}
}

static void add_part(struct line *l, char part, const struct finding *f)
{
	switch (part) {
	case 'p':
		add_place(l, f);
		break;
	case 'a':
		add_number(l, f->at);
		break;
	case 'b':
		add_number(l, f->other);
		break;
	case 'n':
		add_number(l, f->count);
		break;
	case 'u':
		add(l, unit_of(f));
		break;
	case 'f':
		add(l, field_of(f));
		break;
	case 'i':
	case 'I':
		add_named(l, f->is, part == 'I');
		break;
	case 's':
	case 'S':
		add_named(l, f->should, part == 'S');
		break;
	case 't':
		add(l, f->is);
		break;
	case 'r':
		add(l, f->should);
		break;
	case 'l':
		add(l, f->label);
		break;
	default:
		add(l, "%");
	}
}

static void add_template(struct line *l, const char *template, const struct finding *f)
{
	for (const char *percent; *template != '\0'; template = percent + 2) {
		percent = strchrnul(template, '%');
		add_n(l, template, (size_t)(percent - template));
		if (*percent == '\0')
			return;
		add_part(l, percent[1], f);
	}
}

const char *sentence_make(const struct finding *f, unsigned how, char out[SENTENCE_MAX])
{
	const struct sentence *s = &sentences[f->slip];
	struct line l = { out, 0 };

	out[0] = '\0';
	add_template(&l, (how & SENTENCE_MASKED) && s->masked != NULL ? s->masked : s->what, f);
	if (s->typing != NULL)
		add_template(&l,
			     (how & SENTENCE_ROSTER) && s->roster != NULL ? s->roster : s->typing,
			     f);
	return out;
}

bool sentence_quotes(const struct finding *f)
{
	return sentences[f->slip].masked != NULL;
}

void sentence_write_json(const struct finding *f, unsigned how, FILE *out)
{
	char message[SENTENCE_MAX];

	fprintf(out, "\"field\": \"%s\", \"code\": \"%s\", \"severity\": \"%s\", \"at\": %zu, ",
		finding_field_name(finding_code_field(f->code)), finding_code_name(f->code),
		severity_name(finding_code_severity(f->code)), f->at);
	fputs("\"message\": ", out);
	json_out_string(sentence_make(f, how, message), out);
	explicit_bzero(message, sizeof message);
}
