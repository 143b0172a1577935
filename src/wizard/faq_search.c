/* SPDX-License-Identifier: MIT */
#include "wizard/faq_search.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/text_wrap.h"
#include "base/xalloc.h"
#include "wizard/navigation.h"
#include "wizard/text_search.h"

enum { RANKS = FAQ_RANK_PARTLY };

/* The parts of an answer, a message or a note that are searched. */
struct entry {
	const char *title, *category, *meaning; /* the latter two are optional */
	const struct guide_text *words, *text;  /* words: optional */
	const struct guide_later *later;
	size_t later_count;
};

static unsigned show(struct wizard *w, enum screen_id id)
{
	while (wizard_has_screen(w, SCREEN_FAQ) || wizard_has_screen(w, SCREEN_SITE_MESSAGES))
		wizard_pop(w);
	line_edit_wipe(&w->search.text);
	w->search.typing = !w->line_mode;
	return wizard_push(w, id) | (w->faq == NULL ? EFFECT_FAQ : 0);
}

unsigned faq_search_open(struct wizard *w)
{
	return show(w, SCREEN_FAQ);
}

unsigned site_messages_open(struct wizard *w)
{
	return show(w, SCREEN_SITE_MESSAGES);
}

static struct entry entry_of(const struct wizard *w, struct faq_hit hit)
{
	const struct faq_answer *answer = &w->faq->answers[hit.index];
	const struct faq_site_message *message = &w->faq->site_messages[hit.index];
	const struct guide_note *note = &w->guide->notes[hit.index];

	switch (hit.kind) {
	case FAQ_ANSWER:
		return (struct entry){ .title = answer->question,
				       .category = w->faq->categories[answer->category],
				       .words = &answer->words,
				       .text = &answer->text };
	case FAQ_SITE_MESSAGE:
		return (struct entry){ .title = message->message,
				       .meaning = message->meaning,
				       .words = &message->words,
				       .text = &message->ways };
	default:
		return (struct entry){ .title = note->title,
				       .text = &note->text,
				       .later = note->later,
				       .later_count = note->later_count };
	}
}

/* The n-th line of an entry below its title; NULL after the last. */
static const char *entry_line(const struct entry *e, size_t n)
{
	if (e->meaning != NULL && n-- == 0)
		return e->meaning;
	if (n < e->text->count)
		return e->text->lines[n];
	n -= e->text->count;
	return n < e->later_count ? e->later[n].text : NULL;
}

/* Adds a term, but not a single letter, which is too short to search for. */
static void add_term(struct faq_search *q, const char *from, size_t len)
{
	if (len > 0 && q->term_count < FAQ_TERMS_MAX &&
	    !(len == 1 && isalpha((unsigned char)*from)))
		q->terms[q->term_count++] = xstrndup(from, len);
}

static void wipe_terms(struct faq_search *q)
{
	for (size_t i = 0; i < q->term_count; i++)
		xwipe(q->terms[i]);
	q->term_count = 0;
}

/* Copies the typed text with full-width letters made half-width, which makes it no longer. */
static void narrow(const char *typed, char *text)
{
	uint32_t cp;

	while (text_next(&typed, &cp))
		text += text_encode(text_narrow(cp), text);
	*text = '\0';
}

/* Replaces, in place, words that only make a sentence a question by blanks, and spellings that the
 * FAQ does not use by its own. */
static void simplify(char *text)
{
	static const struct {
		const char *typed, *searched; /* the latter is no longer */
	} words[] = {
		{ "怎么办", " " },  { "怎么样", " " },  { "怎么", " " },    { "怎样", " " },
		{ "如何", " " },    { "能不能", " " },  { "要不要", " " },  { "可不可以", " " },
		{ "是不是", " " },  { "可以", " " },    { "打错", "填错" }, { "打", " " },
		{ "行吗", " " },    { "吗", " " },      { "不对", "错了" }, { "有误", "错了" },
		{ "截至", "截止" }, { "登陆", "登录" }, { "帐号", "账号" },
	};
	char *out = text;

	for (size_t len; *text != '\0'; text += len) {
		const char *searched = text;
		size_t kept = len = 1;

		for (size_t i = 0; i < sizeof words / sizeof words[0] && searched == text; i++)
			if (strncmp(text, words[i].typed, strlen(words[i].typed)) == 0) {
				searched = words[i].searched;
				len = strlen(words[i].typed);
				kept = strlen(searched);
			}
		memmove(out, searched, kept);
		out += kept;
	}
	*out = '\0';
}

/* Splits a text at blanks; all terms have to be found. */
static void split(struct faq_search *q, const char *text)
{
	const char *start = text;
	uint32_t cp;

	for (const char *c = text; text_next(&text, &cp); c = text)
		if (text_is_blank(cp)) {
			add_term(q, start, (size_t)(c - start));
			start = text;
		}
	add_term(q, start, strlen(start));
	q->needed = q->term_count;
}

/* Splits a text into overlapping pairs of Chinese characters, of which half, and at least two, have
 * to be found: for 密码忘了, 密码 and 忘了 are enough. */
static void split_in_pairs(struct faq_search *q, const char *text)
{
	const char *before = NULL; /* the ideograph in front */
	uint32_t cp;

	for (const char *c = text; text_next(&text, &cp); c = text) {
		if (before != NULL && text_is_ideograph(cp))
			add_term(q, before, (size_t)(text - before));
		before = text_is_ideograph(cp) ? c : NULL;
	}
	q->needed = q->term_count > 4 ? (q->term_count + 1) / 2 : 2;
}

/* Where a term is found: 0 in the title or the keywords, 1 in the category, 2 in the text, RANKS
 * nowhere. */
static unsigned rank_of(const struct entry *e, const char *term)
{
	const char *line;

	if (text_search_in(e->title, term, true))
		return 0;
	for (size_t i = 0; e->words != NULL && i < e->words->count; i++)
		if (text_search_in(e->words->lines[i], term, true))
			return 0;
	if (e->category != NULL && text_search_in(e->category, term, true))
		return 1;
	for (size_t i = 0; (line = entry_line(e, i)) != NULL; i++)
		if (text_search_in(line, term, false))
			return 2;
	return RANKS;
}

/* Sets hit->rank. Returns false if too few terms are found. */
static bool finds(const struct faq_search *q, const struct wizard *w, struct faq_hit *hit)
{
	struct entry e = entry_of(w, *hit);
	size_t found = 0;
	unsigned worst = 0;

	for (size_t i = 0; i < q->term_count; i++) {
		unsigned rank = rank_of(&e, q->terms[i]);

		if (rank == RANKS)
			continue;
		found++;
		if (rank > worst)
			worst = rank;
	}
	hit->rank = worst + RANKS * (unsigned)(q->term_count - found);
	return found >= q->needed;
}

/* Adds a hit after those of its rank. */
static void insert(struct faq_search *q, struct faq_hit hit)
{
	size_t at = q->count++;

	q->hits = xgrow(q->hits, at, sizeof *q->hits);
	for (; at > 0 && q->hits[at - 1].rank > hit.rank; at--)
		q->hits[at] = q->hits[at - 1];
	q->hits[at] = hit;
}

static void find(struct faq_search *q, const struct wizard *w)
{
	static const enum faq_kind orders[][3] = { { FAQ_ANSWER, FAQ_SITE_MESSAGE, FAQ_NOTE },
						   { FAQ_SITE_MESSAGE, FAQ_ANSWER, FAQ_NOTE } };
	bool of_site = wizard_has_screen(w, SCREEN_SITE_MESSAGES);
	const enum faq_kind *order = orders[of_site];
	int kinds = q->term_count > 0 ? 3 : of_site ? 1 : 2;
	const size_t sizes[] = { w->faq->answer_count, w->faq->site_message_count,
				 w->guide->note_count };

	for (int k = 0; k < kinds; k++)
		for (size_t i = 0; i < sizes[order[k]]; i++) {
			struct faq_hit hit = { order[k], i, 0 };

			if (finds(q, w, &hit))
				insert(q, hit);
		}
}

void faq_search_begin(struct faq_search *q, const struct wizard *w)
{
	void (*const splits[])(struct faq_search *, const char *) = { split, split,
								      split_in_pairs };
	char text[LINE_EDIT_MAX + 1];

	*q = (struct faq_search){ 0 };
	if (w->faq == NULL)
		return;
	narrow(w->search.text.text, text);
	for (size_t i = 0; i < sizeof splits / sizeof splits[0] && q->count == 0; i++) {
		if (i == 1)
			simplify(text);
		wipe_terms(q);
		splits[i](q, text);
		if (i == 0 || q->term_count > 0)
			find(q, w);
	}
	explicit_bzero(text, sizeof text);
}

void faq_search_end(struct faq_search *q)
{
	wipe_terms(q);
	free(q->hits);
}

size_t faq_search_count(const struct wizard *w)
{
	struct faq_search q;

	faq_search_begin(&q, w);
	faq_search_end(&q);
	return q.count;
}

const char *faq_hit_title(const struct wizard *w, struct faq_hit hit)
{
	return entry_of(w, hit).title;
}

/* Length in bytes of the longest match of any term at the start of text; 0 if there is none. */
static size_t any_found_here(const struct faq_search *q, const char *text, bool is_short)
{
	long longest = 0;

	for (size_t i = 0; i < q->term_count; i++) {
		long found = text_search_here(text, q->terms[i], is_short);

		if (found > longest)
			longest = found;
	}
	return (size_t)longest;
}

/* Returns plain with the matches between `**`, owned by the caller. */
static char *mark(const struct faq_search *q, const char *plain, bool is_short)
{
	/* Each character may get its own pair of marks. */
	char *marked = xmalloc(5 * strlen(plain) + 1), *out = marked;

	while (*plain != '\0') {
		size_t found = any_found_here(q, plain, is_short);

		if (found > 0)
			out = stpcpy(out, "**");
		out = mempcpy(out, plain, found > 0 ? found : 1);
		if (found > 0)
			out = stpcpy(out, "**");
		plain += found > 0 ? found : 1;
	}
	*out = '\0';
	return marked;
}

char *faq_search_mark(const struct faq_search *q, const char *text, bool is_short)
{
	char *plain = text_unmarked(text), *marked = mark(q, plain, is_short);

	if (strcmp(marked, plain) == 0) {
		xwipe(marked);
		marked = xstrdup(text);
	}
	xwipe(plain);
	return marked;
}

/* The sentence around an offset of a text, up to the next 。, ； or ？. Owned by the caller. */
static char *sentence_at(const char *text, size_t at)
{
	static const char *const ends[] = { "。", "；", "？" };
	size_t start = 0, end = strlen(text);

	for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
		const char *stop = text;

		while ((stop = strstr(stop, ends[i])) != NULL) {
			size_t after = (size_t)(stop - text) + strlen(ends[i]);

			if (after <= at && after > start)
				start = after;
			if (after > at && after < end)
				end = after;
			stop += strlen(ends[i]);
		}
	}
	return xstrndup(text + start, end - start);
}

/* The first place in a text where a term is found; NULL if there is none. */
static const char *first_found(const struct faq_search *q, const char *text, bool is_short)
{
	for (; *text != '\0'; text++)
		if (any_found_here(q, text, is_short) > 0)
			return text;
	return NULL;
}

/* The first sentence in an entry's lines where a term is found, with the matches marked. Owned by
 * the caller; NULL if there is none. */
static char *found_sentence(const struct faq_search *q, const struct entry *e)
{
	char *marked = NULL;
	const char *line;

	for (size_t i = 0; marked == NULL && (line = entry_line(e, i)) != NULL; i++) {
		char *plain = text_unmarked(line);
		const char *at = first_found(q, plain, false);

		if (at != NULL) {
			char *sentence = sentence_at(plain, (size_t)(at - plain));

			marked = mark(q, sentence, false);
			free(sentence);
		}
		free(plain);
	}
	return marked;
}

char *faq_hit_sentence(const struct faq_search *q, const struct wizard *w, struct faq_hit hit)
{
	struct entry e = entry_of(w, hit);

	if (hit.rank % RANKS == 2)
		return found_sentence(q, &e);
	if (first_found(q, e.title, true) != NULL)
		return NULL;
	for (size_t i = 0; e.words != NULL && i < e.words->count; i++)
		if (first_found(q, e.words->lines[i], true) != NULL)
			return mark(q, e.words->lines[i], true);
	return e.category != NULL ? mark(q, e.category, true) : NULL;
}
