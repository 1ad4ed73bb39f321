package org.huzhu.portal.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.IdNumber;
import org.huzhu.kernel.PersonName;
import org.huzhu.kernel.Phone;
import org.huzhu.members.MemberDetail.CardKind;
import org.huzhu.members.MemberDetail.CategoryKind;
import org.huzhu.members.MemberDetail.Kin;
import org.huzhu.members.MemberFile;
import org.huzhu.members.MemberFile.Relation;
import org.huzhu.members.MemberLine;
import org.huzhu.members.MemberRegister;
import org.huzhu.members.Paper;
import org.huzhu.portal.Typed;
import org.huzhu.portal.sheet.Picking;
import org.huzhu.portal.sheet.Sheet.Choice;
import org.huzhu.unions.UnionTree;
import org.springframework.stereotype.Component;

/** Reads a form of a change and, where nothing is wrong with it, has the change made. */
@Component
class MemberChanges {

    private final MemberRegister register;
    private final MemberFile file;
    private final UnionTree tree;

    MemberChanges(MemberRegister register, MemberFile file, UnionTree tree) {
        this.register = register;
        this.file = file;
        this.tree = tree;
    }

    static Picking noUnit() {
        return new Picking("unit", "change.transfer.unit", List.of());
    }

    Picking unit(Typed typed) {
        return new Picking(
                "unit", "change.transfer.unit", MemberForms.unit(typed, tree).found());
    }

    /** Whether it was made; where not, the form says what is wrong with it. */
    boolean make(Caller caller, UUID member, MemberChange change, Typed typed, Picking unit) {
        Optional<Runnable> work = switch (change) {
            case PHONE -> phone(caller, member, typed);
            case ADDRESS -> address(caller, member, typed);
            case NAME -> MemberForms.name(typed).map(name -> () -> register.rename(caller, member, name));
            case CARD -> card(caller, member, typed);
            case CATEGORY -> category(caller, member, typed);
            case UNCATEGORY -> endOfCategory(caller, member, typed);
            case RELATIVE -> relative(caller, member, typed);
            case TRANSFER -> transfer(caller, member, typed, unit);
            case LEAVE ->
                MemberForms.wantedDay(typed, "until").map(until -> () -> register.leave(caller, member, until));
        };
        if (!typed.isSound()) {
            return false;
        }
        work.orElseThrow().run();
        return true;
    }

    private Optional<Runnable> phone(Caller caller, UUID member, Typed typed) {
        Optional<Phone> phone = MemberForms.phone(typed);
        return Optional.of(() -> register.changePhone(caller, member, phone));
    }

    private Optional<Runnable> address(Caller caller, UUID member, Typed typed) {
        Optional<String> address = MemberForms.address(typed);
        return Optional.of(() -> register.changeAddress(caller, member, address));
    }

    private Optional<Runnable> card(Caller caller, UUID member, Typed typed) {
        Optional<CardKind> kind = MemberForms.one(typed, "kind", CardKind.class);
        Optional<CardNumber> card = MemberForms.card(typed);
        return Optional.of(() -> file.giveCard(caller, member, kind.orElseThrow(), card.orElseThrow()));
    }

    private Optional<Runnable> category(Caller caller, UUID member, Typed typed) {
        Optional<CategoryKind> kind = MemberForms.one(typed, "kind", CategoryKind.class);
        Optional<LocalDate> from = MemberForms.wantedDay(typed, "from");
        Optional<LocalDate> until = MemberForms.day(typed, "until");
        return Optional.of(() -> file.categorise(caller, member, kind.orElseThrow(), from.orElseThrow(), until));
    }

    private Optional<Runnable> endOfCategory(Caller caller, UUID member, Typed typed) {
        Optional<CategoryKind> kind = MemberForms.one(typed, "kind", CategoryKind.class);
        Optional<LocalDate> until = MemberForms.wantedDay(typed, "until");
        return Optional.of(() -> file.endCategory(caller, member, kind.orElseThrow(), until.orElseThrow()));
    }

    private Optional<Runnable> transfer(Caller caller, UUID member, Typed typed, Picking picking) {
        Optional<UUID> unit = picking.picked(typed).map(Choice::value).map(UUID::fromString);
        Optional<LocalDate> from = MemberForms.wantedDay(typed, "from");
        return Optional.of(() -> register.transfer(caller, member, unit.orElseThrow(), from.orElseThrow()));
    }

    private Optional<Runnable> relative(Caller caller, UUID member, Typed typed) {
        Optional<Kin> kin = MemberForms.one(typed, "kin", Kin.class);
        Optional<PersonName> name = MemberForms.name(typed);
        Optional<Paper> paper = MemberForms.paper(typed);
        Optional<LocalDate> entered = MemberForms.day(typed, "birthOn");
        Optional<LocalDate> birthOn = entered.or(() -> paper.flatMap(Paper::birthDate));
        Optional<UUID> guardian =
                kin.equals(Optional.of(Kin.CHILD)) ? guardian(caller, member, typed) : Optional.empty();
        if (paper.isPresent() && birthOn.isEmpty()) {
            typed.refuse("birthOn", "typed.missing");
        }
        return Optional.of(() -> file.addRelative(
                caller,
                member,
                new Relation(kin.orElseThrow(), name.orElseThrow(), paper.orElseThrow(), birthOn.orElseThrow()),
                guardian));
    }

    /** The member himself, unless another one is named by his number. */
    private Optional<UUID> guardian(Caller caller, UUID member, Typed typed) {
        if (typed.at("guardian").isEmpty()) {
            return Optional.of(member);
        }
        Optional<UUID> other = typed.maybe("guardian", IdNumber::parse, "typed.paper.RESIDENT")
                .flatMap(number -> register.findByPaper(caller, new Paper.Resident(number)).stream()
                        .filter(line -> line.mergedInto().isEmpty())
                        .map(MemberLine::id)
                        .findFirst());
        if (other.isEmpty()) {
            typed.refuse("guardian", "MemberRefused.GUARDIAN_MISSING");
        }
        return other;
    }
}
