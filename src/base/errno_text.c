/* SPDX-License-Identifier: MIT */
#include "base/errno_text.h"

#include <errno.h>
#include <string.h>

const char *errno_text(int number)
{
	switch (number) {
	case ENOENT:
		return "没有这个文件或文件夹";
	case EACCES:
	case EPERM:
		return "没有权限";
	case EISDIR:
		return "这是文件夹";
	case ENOTDIR:
		return "路径中有一段不是文件夹";
	case ENOSPC:
	case EDQUOT:
		return "磁盘已满";
	case EROFS:
		return "磁盘只读";
	case EFBIG:
		return "超出文件大小限制";
	case EIO:
		return "磁盘读写出错";
	case ELOOP:
		return "是符号链接";
	case EEXIST:
		return "已经有这个文件";
	case EPIPE:
		return "对方已经关闭";
	case EMFILE:
	case ENFILE:
		return "打开的文件太多";
	case EWOULDBLOCK:
		return "另一个 xueji 正占用";
	case ENAMETOOLONG:
		return "路径太长";
	default:
		return strerror(number);
	}
}
