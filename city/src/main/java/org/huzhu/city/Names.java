package org.huzhu.city;

import java.util.List;

/** Made-up names: common Chinese ones, some with characters rarely met, and some of minorities with a middle dot. */
final class Names {

    private static final List<String> SURNAMES = List.of(
            "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗", "梁",
            "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕", "苏", "卢",
            "蒋", "蔡", "贾", "丁", "魏", "薛", "叶", "阎", "余", "潘", "杜", "戴", "夏", "钟", "汪", "田", "任", "姜", "范", "方", "石",
            "姚", "谭", "廖", "邹", "熊", "金", "陆", "郝", "孔", "白", "崔", "康", "毛", "邱", "秦", "江", "史", "顾", "侯", "邵", "孟",
            "龙", "万", "段", "钱", "汤", "尹", "黎", "易", "常", "武", "乔", "贺", "赖", "龚", "文", "欧阳", "司马", "上官", "诸葛");

    private static final List<String> OF_MEN = List.of(
            "伟", "强", "磊", "军", "勇", "杰", "涛", "明", "超", "刚", "平", "辉", "鹏", "斌", "波", "宇", "浩", "凯", "健", "俊", "帆",
            "旭", "宁", "龙", "林", "建国", "建华", "志强", "永刚", "海涛", "文博", "子轩", "立新", "国栋", "春生", "景明");

    private static final List<String> OF_WOMEN = List.of(
            "芳", "娜", "敏", "静", "丽", "艳", "娟", "霞", "燕", "玲", "洁", "颖", "雪", "慧", "莹", "倩", "婷", "琳", "晶", "欣", "蕾",
            "薇", "月", "云", "梅", "秀英", "桂兰", "丽华", "雅琴", "晓燕", "梦瑶", "思雨", "海霞", "玉珍", "淑敏", "春梅");

    /** In GB18030 all of them, but the last four outside the basic plane or the first character sets. */
    private static final List<String> RARE = List.of("喆", "旻", "犇", "堃", "䶮", "㛃", "𠮷", "𬎆");

    private static final List<String> MINORITY_FIRST =
            List.of("阿依古丽", "买买提", "古丽娜尔", "艾力", "阿不都", "帕提曼", "努尔", "扎西", "卓玛", "巴特尔", "其其格", "乌兰");

    private static final List<String> MINORITY_LAST =
            List.of("吐尔逊", "热合曼", "买买提", "库尔班", "依明", "达瓦", "次仁", "额尔敦", "孟和", "阿布都热西提");

    private Names() {}

    static String any(Chance chance, boolean male) {
        if (chance.inThousand(8)) {
            return chance.oneOf(MINORITY_FIRST) + "·" + chance.oneOf(MINORITY_LAST);
        }
        String surname = SURNAMES.get(Math.min(chance.below(SURNAMES.size()), chance.below(SURNAMES.size())));
        String given = chance.inThousand(10) ? chance.oneOf(RARE) : chance.oneOf(male ? OF_MEN : OF_WOMEN);
        return surname + given;
    }
}
