# SPDX-License-Identifier: MIT
# fish completion of xueji: commands, options, files.

set -l commands run demo notes check audit lint forget

complete -c xueji -f
complete -c xueji -n "not __fish_seen_subcommand_from $commands" -a run -d 学籍自查向导
complete -c xueji -n "not __fish_seen_subcommand_from $commands" -a demo -d 给大家演示，用虚构的学生
complete -c xueji -n "not __fish_seen_subcommand_from $commands" -a notes -d 演示的人自己看的备注
complete -c xueji -n "not __fish_seen_subcommand_from $commands" -a check -d 核对一个人的姓名和证件号码
complete -c xueji -n "not __fish_seen_subcommand_from $commands" -a audit -d 检查名册，和高考信息逐行比对
complete -c xueji -n "not __fish_seen_subcommand_from $commands" -a lint -d 检查本校的数据文件
complete -c xueji -n "not __fish_seen_subcommand_from $commands" -a forget -d 删掉保存的进度

set -l run "not __fish_seen_subcommand_from demo notes check audit lint forget"
set -l look "not __fish_seen_subcommand_from notes check audit lint forget"
set -l boxes "not __fish_seen_subcommand_from check audit lint forget"

complete -c xueji -n "$run" -l report -r -F -d 把结果单存进这个文件
complete -c xueji -n "$run" -l fresh -d 从头开始
complete -c xueji -n "$look" -l guide -x -a "(__fish_complete_suffix .json)" -d 本校自己的指南
complete -c xueji -n "$look" -l plain -d 逐行问答，不画屏幕
complete -c xueji -n "$look" -l mouse -d 点一下勾选，滚轮翻动
complete -c xueji -n "$look" -l no-hints -d 不再提示有哪些键
complete -c xueji -n "$look" -l theme -x -a projector -d 投影
complete -c xueji -n "$boxes" -l ascii -d "边框只用 + - |"
complete -c xueji -n "not __fish_seen_subcommand_from demo notes audit lint forget" -l record -r -F -d 高考信息
complete -c xueji -n "__fish_seen_subcommand_from demo" -l auto -d 自己走，走完再来
complete -c xueji -n "__fish_seen_subcommand_from demo" -l speed -x -a "0.5 1 2 4" -d 快慢
complete -c xueji -n "__fish_seen_subcommand_from check audit" -l json -d "结果写成 JSON"
complete -c xueji -n "__fish_seen_subcommand_from audit" -l against -r -F -d 高考信息
complete -c xueji -n "__fish_seen_subcommand_from audit" -l reveal -d 写出完整的姓名和号码
complete -c xueji -n "__fish_seen_subcommand_from audit" -l no-duplicates -d 不查重复的号码
complete -c xueji -n "__fish_seen_subcommand_from demo" -a "(__fish_complete_suffix .json)"
complete -c xueji -n "__fish_seen_subcommand_from audit lint" -F
complete -c xueji -l help -d 说明
complete -c xueji -l version -d 版本
