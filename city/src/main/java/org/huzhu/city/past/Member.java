package org.huzhu.city.past;

import java.util.List;
import org.huzhu.kernel.Sex;

/**
 * Who a member is. All days are numbers of days since 1970-01-01.
 *
 * @param index his number in the whole society, from 0
 * @param since from when he may have taken cover, which may be a year before the history begins
 * @param entersOn the first day of the history on which he is a member
 * @param leavesOn the day after his last, in life; he retires, moves away, or stays to the end
 * @param agency the place of his agency among all
 * @param chronicFrom from when he is chronically ill, and sees doctors every year
 * @param frailFrom from when he is in hospital several times a year
 * @param children their days of birth
 */
record Member(
        int index,
        Sex sex,
        int bornOn,
        int since,
        int entersOn,
        int leavesOn,
        int agency,
        boolean isHighRisk,
        boolean isNewForm,
        int chronicFrom,
        int frailFrom,
        List<Integer> children) {

    private static final int MINOR_DAYS = Calendar.daysOf(18) - 2;

    int age(int day) {
        return Calendar.age(bornOn, day);
    }

    /** Whether he has a child below 18 on the day. */
    boolean hasMinor(int day) {
        for (int i = 0; i < children.size(); i++) {
            if (isMinor(i, day)) {
                return true;
            }
        }
        return false;
    }

    boolean isMinor(int child, int day) {
        int born = children.get(child);
        return born <= day && day < born + MINOR_DAYS;
    }
}
