package org.huzhu.members;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.PersonName;
import org.huzhu.members.MemberDetail.CardKind;
import org.huzhu.members.MemberDetail.CategoryKind;
import org.huzhu.members.MemberDetail.Kin;

/** What is kept of a member beside his name and numbers: cards, categories, family. */
public interface MemberFile {

    /**
     * Gives the member a card; the live one of the kind, if any, is kept as replaced.
     *
     * @throws MemberRefused if it is a bank card and he has not consented to that
     */
    void giveCard(Caller caller, UUID member, CardKind kind, CardNumber card);

    /**
     * Puts the member into a category from a day on. With his death nobody acts for him any more, and he for nobody.
     */
    void categorise(Caller caller, UUID member, CategoryKind kind, LocalDate from, Optional<LocalDate> until);

    /**
     * Ends a category that is open.
     *
     * @param until the day after the last
     */
    void endCategory(Caller caller, UUID member, CategoryKind kind, LocalDate until);

    /**
     * Adds one of the family.
     *
     * @param guardian a member, who stands for a child; wanted for one under 14, for whom the member must also have
     *     consented
     */
    UUID addRelative(Caller caller, UUID member, Relation relation, Optional<UUID> guardian);

    void removeRelative(Caller caller, UUID member, UUID relative);

    /** Who somebody is, and what he is to the member. */
    record Relation(Kin kin, PersonName name, Paper paper, LocalDate birthOn) {}
}
