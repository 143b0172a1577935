/* SPDX-License-Identifier: MIT */
#include "screens/page_internal.h"

#include "base/xalloc.h"

void page_details(struct page *p, const struct wizard *w)
{
	page_add(p, BLOCK_HEADING, "你的高考信息");
	page_add(p, BLOCK_PARAGRAPH,
		 w->roster
			 ? "填好按“继续”，在学校给的**名册**里找到你，后面逐字比对。"
			   "三项都要对得上，别人的查不到；不想找，什么也不填就按“继续”。"
			   "只放在内存里，退出即抹去。"
			 : "照**高考报名表**或准考证填：学籍就是按它建的。填了，后面才能逐字比对；"
			   "不想填就直接按“继续”。只放在内存里，退出即抹去。");
	page_add(p, BLOCK_GAP, "");
	page_form(p, w, &w->details);
}

void page_before(struct page *p, const struct wizard *w)
{
	page_add(p, BLOCK_HEADING, w->guide->form->before->title);
	page_text(p, &w->guide->form->before->intro);
	page_add(p, BLOCK_GAP, "");
	page_form(p, w, &w->before);
}

void page_rehearsal(struct page *p, const struct wizard *w)
{
	const struct form *f = &w->rehearsal;

	page_addf(p, BLOCK_HEADING, "%s　已填 %zu 项，必填还差 %zu 项", w->guide->form->title,
		  form_filled(f), form_missing(f));
	page_text(p, &w->guide->form->intro);
	page_add(p, BLOCK_GAP, "");
	page_form(p, w, f);
}

void page_login(struct page *p, const struct wizard *w)
{
	page_add(p, BLOCK_HEADING, w->guide->form->login->title);
	page_text(p, &w->guide->form->login->intro);
	page_add(p, BLOCK_GAP, "");
	page_form(p, w, &w->login);
}

static void add_review(struct page *p, const struct wizard *w, size_t index)
{
	const struct form *f = &w->rehearsal;
	const struct form_field *field = &f->fields[index];
	const struct form_rules rules = wizard_rules(w, f);
	struct findings found = { 0 };
	char *value = form_masked(f, index, w->presentation);
	struct block *b;

	form_check(f, index, &rules, &found);
	page_mask(w, field, value, &found);
	if (form_shape(field) == SHAPE_CHOICE)
		b = page_add(p, BLOCK_FIELD, form_choice_label(field, w->guide->form));
	else
		b = page_add(p, form_shape(field) == SHAPE_TICK ? BLOCK_CHOICE : BLOCK_FIELD,
			     form_shape(field) == SHAPE_TICK ? field->label : value);
	block_label(b, form_shape(field) != SHAPE_TICK ? field->label
		       : field->choice > 0             ? "[x]"
						       : "[ ]");
	b->row = (int)index;
	page_form_state(b, field, &found);
	page_findings(p, value, &found);
	xwipe(value);
}

void page_review(struct page *p, const struct wizard *w)
{
	const struct form *f = &w->rehearsal;
	size_t wrong = wizard_wrong(w);

	page_addf(p, BLOCK_HEADING, "点“%s”之前，再看一遍", w->guide->form->submit);
	page_add(p, BLOCK_PARAGRAPH,
		 "提交后证件号码不能再改，逐字看一遍。遮住的按 Ctrl-R 显示，要改的移到那一行按 "
		 "Enter。");
	if (wrong > 0)
		page_addf(p, BLOCK_PARAGRAPH, "还有 %zu 项有误。", wrong)->style = STYLE_BAD;
	page_add(p, BLOCK_GAP, "");
	for (size_t i = 0; i + 1 < f->count; i++)
		if (f->fields[i].kind != FORM_SEND)
			add_review(p, w, i);
	page_addf(p, BLOCK_CHOICE, "< %s >", w->guide->form->submit)->row = (int)f->count - 1;
}

/* What a real registration would come to with what was typed. */
void page_registered(struct page *p, const struct wizard *w)
{
	size_t wrong = wizard_wrong(w);

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
