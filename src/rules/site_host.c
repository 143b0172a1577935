/* SPDX-License-Identifier: MIT */
/* Whose host is it? chsi.com.cn and what ends in .chsi.com.cn is the real site's; of others, what is wrong. */
#include "rules/site_host.h"

#include <string.h>

/* Whether names are given away below this second level: com.cn, edu.cn, co.uk … */
static bool is_shared_level(const char *label)
{
	static const char *const shared[] = { "com", "edu", "net", "org", "gov", "ac", "co" };
	const char *dot = strchr(label, '.');

	for (size_t i = 0; dot != NULL && strlen(dot) == 3 && i < sizeof shared / sizeof *shared;
	     i++)
		if (strncmp(label, shared[i], strlen(shared[i])) == 0 &&
		    label + strlen(shared[i]) == dot)
			return true;
	return false;
}

/* The start of the label before the one at `label`; the name's own start when there is none. */
static const char *label_before(const char *name, const char *label)
{
	if (label == name)
		return label;
	for (label--; label > name && label[-1] != '.'; label--)
		;
	return label;
}

static const char *last_label(const char *name)
{
	return label_before(name, name + strlen(name) + 1);
}

/* Where the labels start that somebody has registered: evil.com in chsi.com.cn.evil.com. */
static const char *owner_of(const char *name)
{
	const char *second = label_before(name, last_label(name));

	return is_shared_level(second) ? label_before(name, second) : second;
}

void site_host_owner(const char *name, char out[FINDING_TEXT])
{
	enum { ROOM = 20 };
	const char *owner = owner_of(name);
	size_t len = strlen(owner);

	strcpy(out, len > ROOM ? "…" : "");
	strcat(out, owner + (len > ROOM ? len - ROOM : 0));
}

static bool is_site(const char *name)
{
	size_t len = strlen(name), site = strlen(SITE);

	return len >= site && strcmp(name + len - site, SITE) == 0 &&
	       (len == site || name[len - site - 1] == '.');
}

/* Each of these returns where the host's name is wrong in its way; NULL: it is not. */
typedef const char *find_fault(const char *name);

static const char *find_dot(const char *name)
{
	const char *dots = strstr(name, "..");

	return name[0] == '.' ? name : dots != NULL ? dots + 1 : NULL;
}

/* 1.2.3.4, and the one number that browsers take for it as well. */
static const char *find_ip(const char *name)
{
	const char *last = last_label(name);
	bool hex = strncmp(last, "0x", 2) == 0 &&
		   last[2 + strspn(last + 2, "0123456789abcdef")] == '\0';

	return hex || last[strspn(last, "0123456789")] == '\0' ? name : NULL;
}

static const char *find_punycode(const char *name)
{
	const char *label = strstr(name, "xn--");

	while (label != NULL && label > name && label[-1] != '.')
		label = strstr(label + 1, "xn--");
	return label;
}

/* chsi.com.cn.evil.com */
static const char *find_continued(const char *name)
{
	const char *site = strstr(name, SITE ".");

	return site != NULL ? site + strlen(SITE) : NULL;
}

static const char *find_hyphen(const char *name)
{
	return strchr(name, '-');
}

/* wwwchsi.com.cn */
static const char *find_missing_dot(const char *name)
{
	const char *owner = owner_of(name);

	return strcmp(owner, "www" SITE) == 0 ? owner + 3 : NULL;
}

/* wchsi.com.cn */
static const char *find_extra_w(const char *name)
{
	const char *owner = owner_of(name);
	size_t w = strspn(owner, "w");

	return w > 0 && strcmp(owner + w, SITE) == 0 ? owner : NULL;
}

/* chsi.com, chsi.net.cn */
static const char *find_other_end(const char *name)
{
	const char *owner = owner_of(name);

	return strncmp(owner, "chsi.", 5) == 0 ? owner + 5 : NULL;
}

/* The letter that a digit, or l, is taken for. */
static char letter_for(char c)
{
	return c == '5' ? 's' : c == '1' || c == 'l' ? 'i' : c;
}

/* Whether one letter too many, too few, another, or two in the wrong order are all the difference. */
static bool is_one_mistake(const char *a, const char *b)
{
	size_t n = strlen(a), m = strlen(b), head = 0, tail = 0;

	while (a[head] != '\0' && a[head] == b[head])
		head++;
	while (tail < n - head && tail < m - head && a[n - 1 - tail] == b[m - 1 - tail])
		tail++;
	n -= head + tail;
	m -= head + tail;
	return (n <= 1 && m <= 1) ||
	       (n == 2 && m == 2 && a[head] == b[head + 1] && a[head + 1] == b[head]);
}

/* ch5i.com.cn, chsii.com.cn, chsicom.cn */
static const char *find_similar(const char *name)
{
	const char *owner = owner_of(name);
	size_t same = 0, i = 0;

	while (owner[i] != '\0' && letter_for(owner[i]) == SITE[i])
		i++;
	while (owner[same] == SITE[same])
		same++;
	return is_one_mistake(owner, SITE) || (owner[i] == '\0' && SITE[i] == '\0') ? owner + same
										    : NULL;
}

/* The first that is found is the one that says most. */
static const struct {
	find_fault *find;
	enum finding_kind kind;
} faults[] = {
	{ find_dot, KIND_HOST_DOT },           { find_ip, KIND_HOST_IP },
	{ find_punycode, KIND_HOST_PUNYCODE }, { find_continued, KIND_HOST_CONTINUED },
	{ find_hyphen, KIND_HOST_HYPHEN },     { find_missing_dot, KIND_HOST_NO_DOT },
	{ find_extra_w, KIND_HOST_EXTRA_W },   { find_other_end, KIND_HOST_END },
	{ find_similar, KIND_HOST_SIMILAR },   { owner_of, KIND_HOST_OTHER },
};

bool site_host_fault(const char *name, enum finding_kind *kind, const char **at)
{
	size_t i = 0;

	if (find_dot(name) == NULL && is_site(name))
		return false;
	while ((*at = faults[i].find(name)) == NULL)
		i++;
	*kind = faults[i].kind;
	return true;
}
