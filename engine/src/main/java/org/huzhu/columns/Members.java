package org.huzhu.columns;

import org.huzhu.kernel.Require;
import org.huzhu.kernel.Sex;

/** What is known of members beside their facts, for grouping; in the order of {@link FactColumns}. */
public final class Members {

    private static final Sex[] SEXES = Sex.values();

    private final Ints agency = new Ints();
    private final Ints sex = new Ints();
    private final Ints born = new Ints();

    /**
     * Members whose columns are known as a whole, in the same words and numbers as for {@link #add}.
     *
     * @param sexes the ordinals of {@link Sex}
     */
    public static Members of(int[] agencyWords, int[] sexes, int[] bornOn) {
        Require.that(
                sexes.length == agencyWords.length && bornOn.length == agencyWords.length,
                "%d agencies, %d sexes and %d days of birth are not of the same members",
                agencyWords.length,
                sexes.length,
                bornOn.length);
        Members members = new Members();
        members.agency.take(agencyWords);
        members.sex.take(sexes);
        members.born.take(bornOn);
        return members;
    }

    /** Adds the next member; {@code born} is the day of birth, {@code agency} the number of a word. */
    public void add(int agencyWord, Sex ofSex, int bornOn) {
        agency.add(agencyWord);
        sex.add(ofSex.ordinal());
        born.add(bornOn);
    }

    public int size() {
        return agency.size();
    }

    /** The number of the word that names the agency. */
    public int agency(int member) {
        return agency.get(member);
    }

    public Sex sex(int member) {
        return SEXES[sex.get(member)];
    }

    /** The day of birth. */
    public int bornOn(int member) {
        return born.get(member);
    }
}
