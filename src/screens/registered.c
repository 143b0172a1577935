/* SPDX-License-Identifier: MIT */
/* Says how a real registration with these inputs would end. */
#include "screens/screen.h"

static void build(struct page *p, const struct wizard *w)
{
	size_t wrong = wizard_register_errors(w);

	if (wrong > 0) {
		page_add(p, BLOCK_HEADING, "演练走完了，但这样注册不行");
		page_addf(p, BLOCK_PARAGRAPH,
			  "有 %zu 项有误：真的网站会不接受，或者注册了也查不到学籍。"
			  "按 b 回去，改好再走一遍。",
			  wrong)
			->style = STYLE_BAD;
	} else {
		page_add(p, BLOCK_HEADING, "演练成功");
		page_add(p, BLOCK_PARAGRAPH, "在真的网站上照样填，就能注册。")->style = STYLE_GOOD;
	}
	page_add(p, BLOCK_GAP, "");
	page_add(p, BLOCK_PARAGRAPH,
		 "真的注册成功后，要回到学信网首页**重新登录**，打开个人信息**再核实一遍**："
		 "按 Enter 就来练。");
}

static unsigned apply(struct wizard *w, struct action a)
{
	if (a.kind != ACTION_NEXT)
		return EFFECT_UNHANDLED;
	if (w->login_form.count > 0)
		return wizard_push(w, SCREEN_LOGIN);
	wizard_wipe_inputs(w, false);
	return wizard_next_step(w);
}

const struct screen registered_screen = {
	.build = build,
	.apply = apply,
	.keys = CONTEXT_REGISTERED,
};
