/* SPDX-License-Identifier: MIT */
#include "roster/row_label.h"

const char ROW_HEADINGS[] = "重复的表头", ROW_NOBODY[] = "没有姓名和号码", ROW_NOTE[] = "说明",
	   ROW_COUNTS[] = "另一张表的表头", ROW_EXAMPLE[] = "示例", ROW_VACATED[] = "空号",
	   ROW_TOTAL[] = "合计";
