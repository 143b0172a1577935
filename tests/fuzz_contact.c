/* SPDX-License-Identifier: MIT */
/* Whatever is pasted: no crash, places inside the value, and no address passes but the site's own. */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "contact.h"
#include "site_address.h"
#include "text.h"
#include "xalloc.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void check_places(const struct findings *found, const char *value)
{
	for (size_t i = 0; i < found->count; i++) {
		require(found->items[i].at <= text_length(value));
		require(found->items[i].message[0] != '\0');
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	char *value = xstrndup((const char *)bytes, len);
	struct findings mobile = { 0 }, email = { 0 }, password = { 0 }, again = { 0 },
			address = { 0 };

	contact_check_mobile(value, &mobile);
	contact_check_email(value, &email);
	contact_check_password(value, "110000200709010014", "13800000000", &password);
	contact_check_again(value, "Practice-7", &again);
	site_address_check(value, &address);
	check_places(&mobile, value);
	check_places(&email, value);
	check_places(&password, value);
	check_places(&again, value);
	check_places(&address, value);
	require(findings_any(&address, SEVERITY_ERROR) || strcasestr(value, "chsi.com.cn") != NULL);
	require(mobile.count > 0 || strlen(value) == MOBILE_DIGITS);
	free(value);
	return 0;
}
