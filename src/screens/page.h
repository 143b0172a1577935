/* SPDX-License-Identifier: MIT */
/* What a screen says: blocks in reading order, the same for every front end. Where things stand is
 * for layout and frame to decide. */
#ifndef PAGE_H
#define PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "model/faq.h"
#include "model/guide.h"
#include "view/keymap.h"
#include "wizard/wizard.h"

enum tone { TONE_PLAIN, TONE_GOOD, TONE_WARNING, TONE_BAD, TONE_QUIET };

enum block_kind {
	BLOCK_HEADING,
	BLOCK_PARAGRAPH,
	BLOCK_BULLET,  /* label: its mark */
	BLOCK_CHOICE,  /* a line to mark and act on; label: its mark, "[x]" */
	BLOCK_FIELD,   /* label, text: the value, aside: its state; caret when it is typed in */
	BLOCK_FINDING, /* of the field before it: at, text */
	BLOCK_FIGURE,
	BLOCK_LINK, /* label, text: the address */
	BLOCK_ROW,  /* a line of a table: label, text, aside */
	BLOCK_QR,   /* text: what the code says */
	BLOCK_GAP
};

enum { NO_TARGET = -1, NO_CARET = -1 };

/* Texts are owned, never NULL, clean for a terminal; `**` in them marks emphasis where the kind is
 * a heading, a paragraph, a bullet or a choice. */
struct block {
	enum block_kind kind;
	enum tone tone;
	char *label, *text, *aside;
	int target;                        /* which line of the list this is, from 0; NO_TARGET */
	long caret;                        /* bytes of text before the caret; NO_CARET */
	size_t at;                         /* the place of a finding, characters from 1; 0: none */
	const struct guide_figure *figure; /* borrowed; with captions: shown in words */
};

struct road_entry {
	char mark; /* ' ', 'x' done, '>' here */
	const char *title;
};

struct page {
	char *title;          /* owned: what this is */
	char *place;          /* owned: where on the way, 第 2 步，共 5 步 */
	const char *notice;   /* borrowed; "" */
	enum context context; /* which keys work here */
	int target;           /* the marked line, NO_TARGET when there is none */
	bool captions;        /* figures in words */
	char *caption;        /* owned; beneath the page, for a hall; NULL: none, as the next */
	char *status;         /* owned; in the stead of the keys */
	bool blank;           /* show nothing */
	bool projected;       /* the matter alone, bold */
	bool bare;            /* of the keys, only the one for help is told */
	size_t road_count;
	struct road_entry road[GUIDE_STEPS_MAX]; /* titles borrowed */
	size_t count, capacity;
	struct block *blocks; /* owned */
};

/* The page of the wizard's present state. Give it back with page_free(). */
void page_make(struct page *p, const struct wizard *w);
void page_free(struct page *p);

/* The whole guide, to be read without a wizard: legal basis, steps, notes,
 * contacts, and the FAQ where there is one. */
void page_make_guide(struct page *p, const struct guide *g, const struct faq *faq);

/* Adds a block; text is cleaned and copied. The block stays valid until the next is added. */
struct block *page_add(struct page *p, enum block_kind kind, const char *text);

/* The same, printed; FORMAT's arguments may come from outside. */
struct block *page_addf(struct page *p, enum block_kind kind, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Sets a block's label or aside; cleaned and copied. */
void block_label(struct block *b, const char *label);
void block_aside(struct block *b, const char *aside, enum tone tone);

#endif
