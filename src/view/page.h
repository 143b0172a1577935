/* SPDX-License-Identifier: MIT */
/* The content of one screen: blocks in reading order, the same for every front end. layout and
 * frame decide where blocks are drawn. */
#ifndef PAGE_H
#define PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/guide.h"
#include "view/keymap.h"

/* How a text looks. Blocks use the first six. */
enum style {
	STYLE_PLAIN,
	STYLE_QUIET,    /* dim: hints, sources, dates, what is not yet touched */
	STYLE_EMPHASIS, /* bold */
	/* In these three, a status is a badge, which sets both colours; other text is bold in the
	 * default colour, because no text colour is readable on every background. */
	STYLE_GOOD,
	STYLE_WARNING,
	STYLE_BAD,
	STYLE_HEADING, /* bold and underlined: the first heading of a page */
	STYLE_TITLE,   /* the title bar */
	STYLE_FOCUS,   /* the focused row */
	STYLE_FIELD,   /* underlined: the extent of a text field */
	STYLE_BADGE_GOOD,
	STYLE_BADGE_WARNING,
	STYLE_BADGE_BAD,
	STYLE_POINTER, /* the "^" under what is wrong */
	STYLE_CODE,    /* a QR code: dark on light on every terminal */
	STYLE_CLICK    /* in a figure: what to click on the site */
};

/* Mark left of a label, so that no state is shown by colour alone. In ASCII: x > . ! X. */
enum mark {
	MARK_NONE,
	MARK_DONE,      /* done, or agrees */
	MARK_HERE,      /* the present step */
	MARK_UNTOUCHED, /* not begun */
	MARK_LOOK,      /* needs a look */
	MARK_WRONG,
	MARK_TICKED, /* [x] */
	MARK_UNTICKED
};

enum block_kind {
	BLOCK_HEADING, /* of the page; status: a count, at the right ("做了 1/2") */
	BLOCK_GROUP,   /* a heading within the page, or a row that opens one; status at the right */
	BLOCK_PARAGRAPH,
	BLOCK_BULLET, /* text; mark, or label in place of it ("1") */
	BLOCK_CHOICE, /* a row that can be focused and acted on: mark, label in place of it, text;
	                  * status at the right */
	BLOCK_BUTTON, /* text; status at the right: what is missing, or how long to wait */
	BLOCK_FIELD, /* mark, label, text: the value, status: beside it; caret while it is edited */
	BLOCK_FINDING,   /* about the field before it: places, text */
	BLOCK_VERDICT,   /* boxed: mark, text: the verdict, status: a sentence about it */
	BLOCK_FIGURE,    /* text: the caption, figure */
	BLOCK_LINK,      /* label, text: the address */
	BLOCK_TABLE_ROW, /* mark, label, text, status: a second value, or a badge */
	BLOCK_QR,        /* label, text: the address that the code contains */
	BLOCK_GAP
};

enum { NO_ROW = -1, NO_CARET = -1 };

/* label, text and status are owned, never NULL, and free of control characters. In headings,
 * paragraphs, bullets and choices `**` marks emphasis. */
struct block {
	enum block_kind kind;
	enum style style; /* of the status if the kind has one, else of the text */
	enum mark mark;
	char *label, *text, *status;
	int row;         /* index of the focusable row, from 0; NO_ROW */
	long caret;      /* bytes of text before the caret; NO_CARET */
	bool typed;      /* a field to fill in: shows its extent while it is empty */
	int reserved;    /* lines kept below for findings while focused, so that nothing jumps; also
			  * while a later row without any is focused */
	bool opens;      /* Enter opens a list of choices, or the rest of a group */
	uint64_t places; /* characters a finding is about: bit n for character n, from 0; 0: all */
	const struct guide_figure *figure; /* borrowed */
	const char *expected; /* borrowed: what line mode calls the text of a table row; NULL */
};

struct sidebar_entry {
	enum mark mark;       /* done, here, untouched */
	bool here;            /* the current step, which may be done, too */
	unsigned done, count; /* tasks of the step; shown if some but not all are done */
	const char *title;    /* borrowed */
};

/* Maximum rows of a body with space only for label, value and sentence. */
enum { PAGE_CRAMPED = 3 };

struct page {
	char *title; /* owned: of the program or guide */
	char *badge; /* owned: right of the title, where the page is: "第 2 步，共 5 步" */
	bool badge_is_step; /* the badge only numbers the step, as the progress does */
	char *sample;       /* owned: left of the badge, whose invented details are used; NULL */
	const char *notice; /* borrowed; "" if there is none */
	enum key_context context; /* which keys work here */
	/* Borrowed: what Enter and Esc do, if it is not what the key map says; NULL if it is. */
	const char *enter, *escape;
	int row; /* the focused row; NO_ROW */
	/* Minimum columns of the labels and texts of table rows, so that nothing moves when one is
	 * longer; 0: none. */
	int label_width, text_width;
	bool grows;         /* its length changes while it is worked on: it has a fixed place */
	bool captions;      /* show the captions of figures instead of the figures */
	char *caption;      /* owned: a demo's text below the page, without marks; NULL if absent */
	bool caption_waits; /* keep its rows, but do not show it yet */
	char *footer;       /* owned: replaces the key hints; NULL if absent */
	bool fixed;         /* leave out what has no space, until somebody scrolls (j); no cursor */
	const char *target; /* borrowed: the only text to mark in figures; NULL marks all */
	bool blank;         /* show nothing */
	bool presentation;  /* for a projector: body only */
	bool pinned;        /* keep the rows, which end the page, in sight below what scrolls */
	bool hide_hints;    /* show no key hint but the one for help */
	size_t sidebar_count;
	struct sidebar_entry sidebar[GUIDE_STEPS_MAX];
	size_t count;
	struct block *blocks; /* owned */
};

/* Returns the mark as it is drawn, "" for none. ascii: for terminals and charsets that lack it. */
const char *mark_text(enum mark mark, bool ascii);

/* Frees what the page owns and wipes the texts, which may hold what was typed. */
void page_free(struct page *p);

/* Removes all blocks, so that others can be added; or the block at an index. */
void page_clear(struct page *p);
void page_remove(struct page *p, size_t index);

/* Adds a block with a cleaned copy of text. The pointer is valid until the next block is added. */
struct block *page_add(struct page *p, enum block_kind kind, const char *text);
struct block *page_addf(struct page *p, enum block_kind kind, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Replaces a block's label or status by a cleaned copy. */
void block_label(struct block *b, const char *label);
void block_status(struct block *b, const char *status, enum style style);

/* Puts the caret after the first n bytes of value, the text the block was added with. */
void block_caret(struct block *b, const char *value, size_t n);

/* Returns how many blocks are rows; whether some of them are to be filled in; the focused one, NULL
 * if none is. */
int page_count_rows(const struct page *p);
bool page_is_form(const struct page *p);
const struct block *page_focused(const struct page *p);

/* Adds a paragraph for each line. */
void page_text(struct page *p, const struct guide_text *text);

#endif
