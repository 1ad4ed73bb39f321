package org.huzhu.members;

import java.time.LocalDate;
import java.util.Optional;
import org.huzhu.kernel.PersonName;
import org.huzhu.kernel.Phone;
import org.huzhu.kernel.Sex;

/**
 * What is said of a person who is admitted.
 *
 * @param birthOn as it was entered; must agree with the number of the paper, and may be left out where that holds it
 * @param sex likewise
 * @param employedFrom his first day at the unit
 */
public record Newcomer(
        PersonName name,
        Paper paper,
        Optional<LocalDate> birthOn,
        Optional<Sex> sex,
        Optional<Phone> phone,
        Optional<String> address,
        LocalDate employedFrom) {

    /** The birth date of the paper, else the one that was entered. */
    LocalDate birth() {
        LocalDate birth = paper.birthDate().or(() -> birthOn).orElseThrow(() -> missing());
        if (birthOn.isPresent() && !birthOn.get().equals(birth)) {
            throw new MemberRefused(MemberRefused.Reason.BIRTH_DISAGREES);
        }
        return birth;
    }

    /** The sex of the paper, else the one that was entered. */
    Sex sexOf() {
        Sex known = paper.sex().or(() -> sex).orElseThrow(() -> missing());
        if (sex.isPresent() && sex.get() != known) {
            throw new MemberRefused(MemberRefused.Reason.SEX_DISAGREES);
        }
        return known;
    }

    private static MemberRefused missing() {
        return new MemberRefused(MemberRefused.Reason.BIRTH_OR_SEX_MISSING);
    }
}
