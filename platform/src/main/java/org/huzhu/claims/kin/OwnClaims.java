package org.huzhu.claims.kin;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.database.BeyondReach;
import org.huzhu.members.MemberDetail;
import org.huzhu.members.MemberDetail.Relative;
import org.huzhu.members.MemberRegister;
import org.huzhu.members.phones.Phones;
import org.huzhu.members.proxies.ActedFor;
import org.huzhu.staff.persons.Persons;
import org.huzhu.staff.persons.Persons.Person;
import org.springframework.stereotype.Component;

/**
 * Tells whether a claim is the caller's own, or one of his family's: he bears the name of the member or of one of the
 * member's family, has the phone of the member, or acts or acted for him. Of two who are called alike another decides;
 * that costs little.
 */
@Component
public class OwnClaims {

    private final Persons persons;
    private final MemberRegister register;
    private final Phones phones;
    private final ActedFor acted;
    private final BeyondReach beyond;

    OwnClaims(Persons persons, MemberRegister register, Phones phones, ActedFor acted, BeyondReach beyond) {
        this.persons = persons;
        this.register = register;
        this.phones = phones;
        this.acted = acted;
        this.beyond = beyond;
    }

    /** Whether the member is the caller, or one of his family. */
    public boolean isOwn(Caller caller, UUID member) {
        Optional<Person> who = beyond.call(() -> persons.of(caller.account()));
        return who.filter(person ->
                        isHis(person, detail(member)) || hasHisPhone(person, member) || hasActed(person, member))
                .isPresent();
    }

    /** The member's family as it is now, wherever he works by now; for whoever may see a claim of his. */
    public List<Relative> family(UUID member) {
        return detail(member).relatives();
    }

    /** What whoever files goes by: who acts for the member, by what the member himself would; he is let do no more. */
    public MemberDetail detail(Caller caller, UUID member) {
        return caller.role() == Role.MEMBER_PROXY ? detail(member) : register.detail(caller, member);
    }

    /** As the member himself sees it: he may work by now where whoever decides does not reach him. */
    private MemberDetail detail(UUID member) {
        Caller himself = new Caller(member, Role.MEMBER, Optional.empty(), Optional.of(member));
        return beyond.call(() -> register.detail(himself, member));
    }

    private static boolean isHis(Person person, MemberDetail member) {
        return member.line().name().equals(person.name())
                || member.relatives().stream().anyMatch(each -> each.name().equals(person.name()));
    }

    private boolean hasActed(Person person, UUID member) {
        return beyond.call(() -> acted.hasActed(member, person.name(), person.phone()));
    }

    private boolean hasHisPhone(Person person, UUID member) {
        return beyond.call(() -> phones.of(List.of(member)).containsValue(person.phone()));
    }
}
