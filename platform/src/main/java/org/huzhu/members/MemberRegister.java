package org.huzhu.members;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.PersonName;
import org.huzhu.kernel.Phone;

/**
 * The register in which members are found, admitted and kept. Each call is made within the scope of its caller; what he
 * does not reach is not there for him.
 */
public interface MemberRegister {

    /**
     * Admits a person, free and for life, as working at the unit.
     *
     * @throws MemberRefused if the unit is not open or has a member with this paper, or the birth date or sex that was
     *     entered disagrees with the number
     */
    UUID admit(Caller caller, UUID unit, Newcomer newcomer);

    /** Members with the number of a paper; several where the same person was admitted twice. */
    List<MemberLine> findByPaper(Caller caller, Paper paper);

    /** Members who have, or had, the card. */
    List<MemberLine> findByCard(Caller caller, CardNumber card);

    List<MemberLine> findByPhone(Caller caller, Phone phone);

    /**
     * Members with the text in their names, in the order of their names; a text of one sign is looked for at the
     * beginning only.
     *
     * @param max how many at most
     */
    List<MemberLine> findByName(Caller caller, String text, int max);

    /**
     * The next members of a unit, in the order of their names.
     *
     * @param after the id of the last one of the page before; empty for the first page
     * @param max how many at most
     */
    List<MemberLine> ofUnit(Caller caller, UUID unit, Optional<UUID> after, int max);

    /** How many members stand at the unit itself. */
    long count(Caller caller, UUID unit);

    /**
     * All that is known of a member. The handler of a unit does not see children under 14.
     *
     * @throws MemberRefused if he is not within reach
     */
    MemberDetail detail(Caller caller, UUID member);

    void rename(Caller caller, UUID member, PersonName name);

    /** Sets the phone, or takes it away. */
    void changePhone(Caller caller, UUID member, Optional<Phone> phone);

    /** Sets the address, or takes it away. */
    void changeAddress(Caller caller, UUID member, Optional<String> address);

    /**
     * Moves a member to another unit: there from the day on, at the old one until the day before.
     *
     * @param from not after today
     */
    void transfer(Caller caller, UUID member, UUID unit, LocalDate from);

    /**
     * Ends the present employment; he stays a member, at the unit where he worked last.
     *
     * @param until the first day on which he does not work there any more; not after today
     */
    void leave(Caller caller, UUID member, LocalDate until);

    /**
     * Members at and below an organisation stand under its new path, in the transaction that moves it.
     *
     * @return how many members followed
     */
    int follow(String oldPath, String newPath);
}
