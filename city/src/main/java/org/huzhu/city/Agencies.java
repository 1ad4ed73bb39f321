package org.huzhu.city;

import java.util.ArrayList;
import java.util.List;

/** The 108 agencies (代办处) through which a city's workers hold their cards: districts, lines of work and groups. */
public final class Agencies {

    private static final List<String> DISTRICTS = List.of(
            "东城区", "西城区", "朝阳区", "海淀区", "丰台区", "石景山区", "门头沟区", "房山区", "通州区", "顺义区", "昌平区", "大兴区", "怀柔区", "平谷区", "密云区",
            "延庆区", "经济技术开发区");

    private static final List<String> LINES = List.of(
            "教育系统", "卫生系统", "公安系统", "交通系统", "市政系统", "园林系统", "水务系统", "财税系统", "文化系统", "广电系统", "邮政系统", "电力系统", "铁路系统",
            "民航系统", "金融系统", "市级机关", "商务系统", "体育系统", "农林系统", "科研系统", "气象系统");

    private static final List<String> GROUP_NAMES =
            List.of("华岳", "燕山川", "永定河", "云蒙", "玉渊", "金台", "银锭", "青龙桥", "白石", "红螺", "潮白", "拒马", "妙峰", "百花");

    private static final List<String> TRADES = List.of("建工集团公司", "机电集团公司", "食品集团公司", "纺织集团公司", "化工集团公司");

    /** A district has eight workers for three of a line and one of a group. */
    private static final List<Integer> KIND_WEIGHTS =
            List.of(8 * DISTRICTS.size(), 3 * LINES.size(), GROUP_NAMES.size() * TRADES.size());

    private static final List<String> GROUPS = groups();

    private Agencies() {}

    static List<String> districts() {
        return DISTRICTS;
    }

    /** Their names: those of the districts first, then of the lines of work, then of the groups. */
    public static List<String> all() {
        List<String> all = new ArrayList<>(DISTRICTS);
        all.addAll(LINES);
        all.addAll(GROUPS);
        return List.copyOf(all);
    }

    static String any(Chance chance) {
        return chance.oneOf(List.of(DISTRICTS, LINES, GROUPS).get(chance.weighted(KIND_WEIGHTS)));
    }

    private static List<String> groups() {
        return GROUP_NAMES.stream()
                .flatMap(name -> TRADES.stream().map(trade -> name + trade))
                .toList();
    }
}
