package org.huzhu.city.past;

import org.huzhu.kernel.Sex;

/**
 * The plans that members of a made-up society hold. The shares of holders are chosen; how each plan was sold over the
 * years stands in {@link Offers}.
 */
enum Scheme {
    /** Held by every member in every year. */
    SECONDARY("暖互助", 1_000, 1),
    HOSPITAL_EXPENSE("住院医疗", 105, 1),
    HOSPITAL_CASH("住院津贴", 150, 1),
    WOMEN("女工特疾", 330, 2),
    CRITICAL("重大疾病", 190, 2),
    MILD("轻度疾病", 70, 2),
    ACCIDENT("意外伤害", 220, 1),
    ACCIDENT_AND_HOME("非工伤意外及家财", 170, 1),
    BUNDLE("综合", 60, 1),
    CHILD("子女意外", 130, 1),
    NEW_FORM("五送保障", 900, 1),
    SEVERE_AND_MILD("重症轻症综合", 40, 1),
    GAMES("冬奥服务保障", 8, 1);

    private final String plan;
    private final int holdersInThousand;
    private final int unitsMax;

    Scheme(String plan, int holdersInThousand, int unitsMax) {
        this.plan = plan;
        this.holdersInThousand = holdersInThousand;
        this.unitsMax = unitsMax;
    }

    /** The short name of the plan. */
    String plan() {
        return plan;
    }

    /** Of a thousand members to whom it is open, those who take it at some time. */
    int holdersInThousand() {
        return holdersInThousand;
    }

    /** The most units of cover that anybody takes; a version may allow more. */
    int unitsMax() {
        return unitsMax;
    }

    /** Whether the member may start cover on the day. */
    boolean isOpenTo(Member member, int start) {
        return switch (this) {
            case SECONDARY -> true;
            case NEW_FORM -> member.isNewForm();
            case WOMEN -> !member.isNewForm() && member.sex() == Sex.FEMALE;
            case CHILD -> !member.isNewForm() && member.hasMinor(start);
            case HOSPITAL_EXPENSE,
                    HOSPITAL_CASH,
                    CRITICAL,
                    MILD,
                    ACCIDENT,
                    ACCIDENT_AND_HOME,
                    BUNDLE,
                    SEVERE_AND_MILD,
                    GAMES -> !member.isNewForm();
        };
    }
}
