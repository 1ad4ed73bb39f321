package org.huzhu.members;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.PersonName;
import org.huzhu.kernel.Phone;
import org.huzhu.kernel.Sex;
import org.huzhu.members.MemberDetail.CategoryKind;

/**
 * Where a whole roster of people is admitted at once: first they wait, sealed, while the roster is looked at; then all
 * of them are admitted, or forgotten. It works in the scope at hand.
 */
public interface Intake {

    /** Who each of them is, in the same order. */
    List<Sighting> recognise(UUID unit, List<Paper> papers);

    /** Lets people wait who are no members of the unit. */
    void await(UUID roster, UUID unit, List<Awaited> people);

    /**
     * Admits all who wait with the roster, free and for life, as working at the unit.
     *
     * @return how many
     * @throws MemberRefused if the unit is not open, or one of them has become a member of the unit meanwhile
     */
    int admit(Caller caller, UUID roster, UUID unit);

    /** Forgets all who wait with the roster. */
    void forget(UUID roster);

    /** Forgets some of those who wait with the roster, by the ids of the members that they would have been. */
    void forget(UUID roster, List<UUID> people);

    /**
     * A person who was recognised by the number of a paper.
     *
     * @param person the same for the same paper, whatever unit asks; tells nothing of it
     * @param member the member of the unit with this paper; empty where there is none
     */
    record Sighting(UUID person, Optional<Known> member) {}

    /**
     * A member, and what he is called in the register.
     *
     * @param kinds what he is today
     */
    record Known(UUID id, String name, Set<CategoryKind> kinds) {

        public Known {
            kinds = Set.copyOf(kinds);
        }
    }

    /**
     * Somebody who waits.
     *
     * @param id of the member that he will be
     */
    record Awaited(
            UUID id,
            PersonName name,
            Paper paper,
            LocalDate birthOn,
            Sex sex,
            Optional<Phone> phone,
            Optional<CardNumber> card,
            CategoryKind category,
            LocalDate employedFrom) {}
}
