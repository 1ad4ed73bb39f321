package org.huzhu.portal.claims;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huzhu.access.Caller;
import org.huzhu.catalogue.PlanCatalogue;
import org.huzhu.claims.CaseFile;
import org.huzhu.claims.Claim;
import org.huzhu.claims.ClaimDesk;
import org.huzhu.claims.ClaimDesk.Telling;
import org.huzhu.claims.ClaimKind;
import org.huzhu.claims.ReviewDesk;
import org.huzhu.claims.judged.Facts;
import org.huzhu.facts.Event.Person;
import org.huzhu.members.MemberDetail.Kin;
import org.huzhu.members.MemberDetail.Relative;
import org.huzhu.plan.Insured;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Typed;
import org.huzhu.portal.claims.FactsForm.Room;
import org.huzhu.portal.sheet.Sheet.Choice;
import org.springframework.stereotype.Component;

/** The forms in which somebody says what happened to a member or his family. */
@Component
class ClaimForms {

    private static final String SELF = "self";

    private final ClaimDesk desk;
    private final ReviewDesk review;
    private final PlanCatalogue catalogue;
    private final Clock clock;

    ClaimForms(ClaimDesk desk, ReviewDesk review, PlanCatalogue catalogue, Clock clock) {
        this.desk = desk;
        this.review = review;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** What a member is asked. */
    FactsForm brief(Caller caller, UUID member, ClaimKind kind) {
        return new FactsForm(kind, false, Room.ONE, diseases(), family(ofMember(caller, member), kind));
    }

    /** The same, with what he told before: there is room for each of its events. */
    FactsForm again(Caller caller, UUID member, ClaimKind kind, Facts facts) {
        List<Choice> family = family(ofMember(caller, member), kind);
        return new FactsForm(kind, false, Room.of(facts).atLeastOne(), diseases(), family);
    }

    /** What whoever establishes the facts can enter; there is room for one event of each kind more than are known. */
    FactsForm full(Caller caller, CaseFile file) {
        Claim claim = file.claim();
        List<Choice> family = family(review.family(caller, claim.id()), claim.kind());
        return new FactsForm(claim.kind(), true, Room.of(file.facts()).oneMore(), diseases(), family);
    }

    private List<String> diseases() {
        return catalogue.rulebook().library().dictionary().classes().keySet().stream()
                .sorted()
                .toList();
    }

    private static List<Choice> family(List<Relative> relatives, ClaimKind kind) {
        if (kind == ClaimKind.WOMEN || kind == ClaimKind.LOSS) {
            return List.of();
        }
        List<Choice> family = relatives.stream()
                .filter(each -> kind != ClaimKind.CHILD || each.kin() == Kin.CHILD)
                .sorted(Comparator.comparing(Relative::birthOn).reversed())
                .map(each -> new Choice(each.id().toString(), Texts.say(each.kin()) + " " + each.name()))
                .toList();
        if (kind == ClaimKind.CHILD || family.isEmpty()) {
            return family;
        }
        return Stream.concat(Stream.of(new Choice(SELF, Texts.say("claim.self"))), family.stream())
                .toList();
    }

    private List<Relative> ofMember(Caller caller, UUID member) {
        return desk.family(caller, member);
    }

    /** What was told; empty where something is wrong with the form, which then says so. */
    Optional<Telling> read(Caller caller, UUID member, FactsForm form, Typed typed) {
        return read(member, ofMember(caller, member), form, typed);
    }

    /** What is established of a claim; empty where something is wrong with the form, which then says so. */
    Optional<Telling> read(Caller caller, Claim claim, FactsForm form, Typed typed) {
        return read(claim.member(), review.family(caller, claim.id()), form, typed);
    }

    private Optional<Telling> read(UUID member, List<Relative> relatives, FactsForm form, Typed typed) {
        Optional<Relative> relative = relatives.stream()
                .filter(each -> each.id().toString().equals(typed.at("relative")))
                .findFirst();
        if (form.kind() == ClaimKind.CHILD && relative.isEmpty()) {
            typed.refuse("relative", "claim.child.missing");
        }
        Person person = relative.map(each -> new Person(insured(each.kin()), each.name()))
                .orElse(Person.MEMBER);
        return new FactsReader(form, typed, person, LocalDate.now(clock))
                .facts()
                .map(facts -> new Telling(member, form.kind(), relative.map(Relative::id), facts));
    }

    private static Insured insured(Kin kin) {
        return switch (kin) {
            case CHILD -> Insured.CHILD;
            case SPOUSE -> Insured.SPOUSE;
            case PARENT -> Insured.PARENT;
        };
    }
}
