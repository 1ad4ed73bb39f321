package org.huzhu.city.past;

import java.util.List;
import org.huzhu.kernel.Sex;
import org.jspecify.annotations.Nullable;

/**
 * A disease of the dictionary as it befalls people.
 *
 * <p>The rates are of the right order for working people, not measured. Each list of the plans has its own names, so
 * that a disease may be registered under one name before a year and under another from it.
 *
 * @param name the class of the dictionary
 * @param code the disease code of the stay that comes with it
 * @param sex whom it befalls; null for both
 * @param nature what follows from it
 * @param firstYear the first year in which it is registered under this name
 * @param untilYear the first year in which it is no longer
 * @param aMillion cases in a million people and a year below 30, below 40, below 50, and above
 */
record Disease(
        String name,
        String code,
        Nature nature,
        @Nullable Sex sex,
        int firstYear,
        int untilYear,
        List<Integer> aMillion) {

    /** What follows from a disease. */
    enum Nature {
        CANCER,
        GRAVE,
        MILD
    }

    /** From this year on diseases are named as the lists of 2018 and later have them. */
    static final int NEW_NAMES = 2018;

    static final List<Disease> ALL = List.of(
            women("乳腺癌", "C50.9", Nature.CANCER, 50, 300, 700, 900),
            women("子宫颈癌", "C53.9", Nature.CANCER, 20, 100, 200, 220),
            women("卵巢癌", "C56", Nature.CANCER, 10, 30, 60, 90),
            women("子宫内膜癌", "C54.1", Nature.CANCER, 3, 20, 70, 130),
            women("输卵管恶性肿瘤", "C57.0", Nature.CANCER, 1, 4, 8, 12),
            women("子宫肉瘤", "C55", Nature.CANCER, 2, 5, 10, 12),
            until(women("外阴癌和阴道癌", "C51.9", Nature.CANCER, 1, 3, 6, 10)),
            since(women("外阴癌", "C51.9", Nature.CANCER, 1, 2, 4, 7)),
            since(women("阴道癌", "C52", Nature.CANCER, 1, 2, 3, 5)),
            until(women("绒毛膜癌（含恶性葡萄胎）", "C58", Nature.CANCER, 15, 12, 4, 1)),
            since(women("绒毛膜癌", "C58", Nature.CANCER, 8, 6, 2, 1)),
            since(women("侵蚀性葡萄胎", "D39.2", Nature.CANCER, 9, 7, 2, 1)),
            since(women("原发性腹膜癌", "C48.1", Nature.CANCER, 1, 2, 5, 9)),
            since(women("乳房或外阴佩吉特病", "C50.0", Nature.CANCER, 1, 2, 5, 8)),
            women("乳腺原位癌", "D05.9", Nature.MILD, 10, 80, 180, 200),
            women("子宫颈原位癌", "D06.9", Nature.MILD, 80, 280, 260, 150),
            women("子宫内膜原位癌", "D07.0", Nature.MILD, 1, 5, 12, 15),
            women("卵巢或输卵管原位癌", "D07.3", Nature.MILD, 1, 3, 6, 8),
            both("肺癌", "C34.9", Nature.CANCER, 10, 70, 280, 700),
            both("胃癌", "C16.9", Nature.CANCER, 8, 35, 120, 330),
            both("结直肠癌", "C18.9", Nature.CANCER, 10, 50, 150, 350),
            men("肝癌", "C22.0", Nature.CANCER, 6, 45, 190, 360),
            until(both("恶性肿瘤（不含白血病）", "C73", Nature.CANCER, 170, 350, 480, 600)),
            since(both("恶性肿瘤—重度", "C80.9", Nature.CANCER, 60, 120, 220, 400)),
            since(both("恶性肿瘤—轻度", "C73", Nature.MILD, 150, 320, 380, 330)),
            both("白血病", "C92.0", Nature.CANCER, 22, 25, 40, 60),
            until(men("急性心肌梗死", "I21.9", Nature.GRAVE, 8, 90, 380, 800)),
            since(men("较重急性心肌梗死", "I21.9", Nature.GRAVE, 3, 40, 170, 380)),
            since(men("较轻急性心肌梗死", "I21.4", Nature.MILD, 5, 55, 210, 400)),
            both("冠状动脉搭桥术", "I25.1", Nature.GRAVE, 0, 10, 60, 160),
            since(both("冠状动脉介入手术", "I25.1", Nature.MILD, 1, 50, 250, 700)),
            since(both("心脏瓣膜手术", "I35.0", Nature.GRAVE, 5, 15, 40, 80)),
            since(both("心脏瓣膜介入手术", "I34.0", Nature.MILD, 1, 4, 12, 25)),
            since(both("主动脉手术", "I71.0", Nature.GRAVE, 1, 8, 20, 35)),
            since(both("主动脉介入手术", "I71.4", Nature.MILD, 1, 6, 20, 40)),
            since(both("严重脑中风后遗症", "I69.3", Nature.GRAVE, 3, 25, 120, 330)),
            since(both("轻度脑中风后遗症", "I69.3", Nature.MILD, 3, 30, 150, 380)),
            until(both("慢性肾衰竭（尿毒症）", "N18.5", Nature.GRAVE, 15, 40, 80, 130)),
            since(both("严重慢性肾衰竭", "N18.5", Nature.GRAVE, 15, 40, 80, 130)),
            since(both("慢性肾功能衰竭早期", "N18.4", Nature.MILD, 20, 55, 110, 180)),
            until(both("重大器官移植", "Z94.0", Nature.GRAVE, 6, 14, 22, 25)),
            since(both("重大器官移植术或造血干细胞移植术", "Z94.0", Nature.GRAVE, 8, 16, 24, 26)),
            until(both("颅内原发肿瘤手术", "D32.0", Nature.GRAVE, 12, 25, 40, 55)),
            since(both("严重非恶性颅内肿瘤", "D32.0", Nature.GRAVE, 12, 25, 40, 55)),
            since(both("脑垂体瘤、脑囊肿、脑动脉瘤及脑血管瘤", "D35.2", Nature.MILD, 20, 45, 70, 90)),
            until(both("截瘫", "G82.2", Nature.GRAVE, 6, 8, 10, 12)),
            since(both("瘫痪", "G82.2", Nature.GRAVE, 6, 8, 10, 12)),
            until(both("严重烧烫伤（30%以上）", "T31.3", Nature.GRAVE, 4, 5, 5, 4)),
            since(both("严重Ⅲ度烧伤", "T31.3", Nature.GRAVE, 4, 5, 5, 4)),
            both("多个肢体缺失", "T05.9", Nature.GRAVE, 2, 3, 3, 3),
            both("严重运动神经元病", "G12.2", Nature.GRAVE, 1, 4, 12, 25),
            both("双目失明", "H54.0", Nature.GRAVE, 1, 2, 4, 7),
            since(both("单目失明", "H54.4", Nature.MILD, 5, 8, 12, 20)),
            both("语言能力丧失", "R47.0", Nature.GRAVE, 1, 2, 4, 8),
            until(both("重症帕金森病", "G20", Nature.GRAVE, 0, 1, 8, 40)),
            since(both("严重原发性帕金森病", "G20", Nature.GRAVE, 0, 1, 8, 40)),
            both("严重阿尔茨海默病", "G30.9", Nature.GRAVE, 0, 0, 2, 15),
            since(both("重型再生障碍性贫血", "D61.9", Nature.GRAVE, 8, 8, 9, 11)),
            since(women("系统性红斑狼疮并发重度肾损害", "M32.1", Nature.GRAVE, 30, 28, 18, 10)),
            since(both("严重克罗恩病", "K50.9", Nature.GRAVE, 8, 8, 5, 3)),
            since(both("单侧肾脏切除", "N28.8", Nature.MILD, 8, 18, 35, 60)),
            since(both("单侧肺切除", "J98.4", Nature.MILD, 2, 6, 15, 30)),
            since(both("肝叶切除", "D18.0", Nature.MILD, 6, 15, 28, 40)),
            since(both("单耳失聪", "H91.9", Nature.MILD, 12, 18, 28, 40)),
            since(both("严重原发性心肌病", "I42.0", Nature.GRAVE, 4, 8, 16, 28)),
            since(both("严重重症肌无力", "G70.0", Nature.GRAVE, 4, 5, 6, 8)));

    Disease {
        aMillion = List.copyOf(aMillion);
    }

    private static Disease women(String name, String code, Nature nature, Integer... aMillion) {
        return new Disease(name, code, nature, Sex.FEMALE, 0, Integer.MAX_VALUE, List.of(aMillion));
    }

    private static Disease men(String name, String code, Nature nature, Integer... aMillion) {
        return new Disease(name, code, nature, Sex.MALE, 0, Integer.MAX_VALUE, List.of(aMillion));
    }

    private static Disease both(String name, String code, Nature nature, Integer... aMillion) {
        return new Disease(name, code, nature, null, 0, Integer.MAX_VALUE, List.of(aMillion));
    }

    private static Disease until(Disease disease) {
        return new Disease(disease.name, disease.code, disease.nature, disease.sex, 0, NEW_NAMES, disease.aMillion);
    }

    private static Disease since(Disease disease) {
        return new Disease(
                disease.name,
                disease.code,
                disease.nature,
                disease.sex,
                NEW_NAMES,
                Integer.MAX_VALUE,
                disease.aMillion);
    }

    boolean befalls(Sex whom, int year) {
        return (sex == null || sex == whom) && firstYear <= year && year < untilYear;
    }

    boolean isCancer() {
        return nature == Nature.CANCER;
    }

    boolean isGrave() {
        return nature != Nature.MILD;
    }
}
