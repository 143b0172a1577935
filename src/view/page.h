/* SPDX-License-Identifier: MIT */
/* The content of one screen: blocks in reading order, the same for every front end. layout and
 * frame decide where they stand. */
#ifndef PAGE_H
#define PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "model/guide.h"
#include "view/keymap.h"

/* How a text looks. Blocks use the first five. */
enum style {
	STYLE_PLAIN,
	STYLE_GOOD,
	STYLE_WARNING,
	STYLE_BAD,
	STYLE_QUIET,
	STYLE_HEADING,
	STYLE_EMPHASIS,
	STYLE_MARKED, /* the mark of the focused row, and its value if it can be changed */
	STYLE_CODE,   /* a QR code: dark on light on every terminal */
	STYLE_CLICK   /* in a figure: what to click on the site */
};

enum block_kind {
	BLOCK_HEADING,
	BLOCK_PARAGRAPH,
	BLOCK_BULLET,    /* label: its mark */
	BLOCK_CHOICE,    /* a row that can be focused and acted on; label: its mark, "[x]" */
	BLOCK_FIELD,     /* label, text: the value, status: beside it; caret while it is edited */
	BLOCK_FINDING,   /* about the field before it: at, text */
	BLOCK_FIGURE,    /* text: the caption, figure */
	BLOCK_LINK,      /* label, text: the address */
	BLOCK_TABLE_ROW, /* label, text, status */
	BLOCK_QR,        /* text: what the code says */
	BLOCK_GAP
};

enum { NO_ROW = -1, NO_CARET = -1 };

/* label, text and status are owned, never NULL, and free of control characters. In headings,
 * paragraphs, bullets and choices `**` marks emphasis. */
struct block {
	enum block_kind kind;
	enum style style;
	char *label, *text, *status;
	int row;    /* index of the focusable row, from 0; NO_ROW */
	long caret; /* bytes of text before the caret; NO_CARET */
	size_t at;  /* character a finding is about, from 1; 0: the whole value */
	const struct guide_figure *figure; /* borrowed */
};

struct sidebar_entry {
	char mark;         /* ' ', 'x' done, '>' here */
	const char *title; /* borrowed */
};

struct page {
	char *title;              /* owned: of the program or guide */
	char *breadcrumb;         /* owned: where the student is, "第 2 步，共 5 步" */
	const char *notice;       /* borrowed; "" if there is none */
	enum key_context context; /* which keys work here */
	int row;                  /* the focused row; NO_ROW */
	bool captions;            /* show the captions of figures instead of the figures */
	char *caption;            /* owned: a demo's plain text below the page; NULL if absent */
	char *footer;             /* owned: replaces the key hints; NULL if absent */
	bool blank;               /* show nothing */
	bool presentation;        /* for a projector: body only, bold */
	bool hide_hints;          /* hint at no key but the one for help */
	size_t sidebar_count;
	struct sidebar_entry sidebar[GUIDE_STEPS_MAX];
	size_t count;
	struct block *blocks; /* owned */
};

/* Frees what the page owns and wipes the texts, which may hold what was typed. */
void page_free(struct page *p);

/* Adds a block with a cleaned copy of text. The pointer is valid until the next block is added. */
struct block *page_add(struct page *p, enum block_kind kind, const char *text);
struct block *page_addf(struct page *p, enum block_kind kind, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Replaces a block's label or status by a cleaned copy. */
void block_label(struct block *b, const char *label);
void block_status(struct block *b, const char *status, enum style style);

/* Puts the caret behind the first n bytes of value, the text the block was added with. */
void block_caret(struct block *b, const char *value, size_t n);

/* Adds a paragraph for each line; a finding for each line of advice; a link. */
void page_text(struct page *p, const struct guide_text *text);
void page_advice(struct page *p, const struct guide_text *advice);
void page_link(struct page *p, const char *label, const char *url);

#endif
