package org.huzhu.portal.register;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.kernel.PersonName;
import org.huzhu.kernel.Phone;
import org.huzhu.kernel.Sex;
import org.huzhu.members.MemberDetail.CategoryKind;
import org.huzhu.members.MemberFile;
import org.huzhu.members.MemberRefused;
import org.huzhu.members.MemberRegister;
import org.huzhu.members.Newcomer;
import org.huzhu.members.Paper;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Typed;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.portal.sheet.Picking;
import org.huzhu.portal.sheet.Sheet;
import org.huzhu.portal.sheet.Sheet.Choice;
import org.huzhu.portal.sheet.Sheet.Field;
import org.huzhu.portal.sheet.Sheet.Kind;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.huzhu.unions.UnionTree;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where somebody is admitted as a member of a unit. */
@RestController
class AdmissionPage {

    /** What somebody can be who is admitted. */
    private static final CategoryKind[] LIVING = Arrays.stream(CategoryKind.values())
            .filter(kind -> kind != CategoryKind.DECEASED)
            .toArray(CategoryKind[]::new);

    private static final String ADDRESS = "/w/members/new";

    private final MemberRegister register;
    private final MemberFile file;
    private final UnionTree tree;
    private final Access access;
    private final Clock clock;
    private final Templates pages;

    AdmissionPage(
            MemberRegister register, MemberFile file, UnionTree tree, Access access, Clock clock, Templates pages) {
        this.register = register;
        this.file = file;
        this.tree = tree;
        this.access = access;
        this.clock = clock;
        this.pages = pages;
    }

    private void requireAdmission() {
        Caller caller = Visit.current().someone();
        access.require(caller, Operation.MEMBER_ADMIT, caller.path().orElse(""));
    }

    @GetMapping(ADDRESS)
    JteModel ask(@RequestParam Optional<UUID> unit) {
        requireAdmission();
        Map<String, String> words = new HashMap<>();
        words.put("kind", Paper.Kind.RESIDENT.name());
        words.put("category", CategoryKind.EMPLOYED.name());
        words.put("from", LocalDate.now(clock).toString());
        unit.flatMap(tree::find).or(this::only).ifPresent(found -> {
            words.put("unit", found.name());
            words.put("unitId", found.id().toString());
        });
        Typed typed = Typed.of(words);
        return pages.consoleSheet(sheet(new Picking("unit", "newcomer.unit", List.of())), typed);
    }

    /** The one unit of whoever handles no other. */
    private Optional<Organisation> only() {
        return Optional.of(tree.tops())
                .filter(tops -> tops.size() == 1)
                .map(tops -> tops.getFirst().organisation())
                .filter(top -> top.tier() == Tier.UNIT);
    }

    @PostMapping(ADDRESS)
    ResponseEntity<?> admit(@RequestParam MultiValueMap<String, String> words) {
        requireAdmission();
        Typed typed = new Typed(words);
        Picking picking = MemberForms.unit(typed, tree);
        Optional<UUID> unit = picking.picked(typed).map(Choice::value).map(UUID::fromString);
        Optional<Newcomer> newcomer = newcomer(typed);
        Optional<CategoryKind> category = MemberForms.one(typed, "category", CategoryKind.class);
        Sheet sheet = sheet(picking);
        if (typed.isSound()) {
            try {
                UUID member = admit(unit.orElseThrow(), newcomer.orElseThrow(), category.orElseThrow());
                return Answers.to("/w/members/" + member);
            } catch (MemberRefused refused) {
                MemberForms.place(refused, typed, sheet);
            }
        }
        return Answers.again(pages.consoleSheet(sheet, typed));
    }

    private UUID admit(UUID unit, Newcomer newcomer, CategoryKind category) {
        Caller caller = Visit.current().someone();
        UUID member = register.admit(caller, unit, newcomer);
        file.categorise(caller, member, category, newcomer.employedFrom(), Optional.empty());
        return member;
    }

    /** Reads all fields, so that all that is wrong is said at once. */
    private static Optional<Newcomer> newcomer(Typed typed) {
        Optional<Paper> paper = MemberForms.paper(typed);
        Optional<PersonName> name = MemberForms.name(typed);
        Optional<Sex> sex = MemberForms.sex(typed);
        Optional<LocalDate> birthOn = MemberForms.day(typed, "birthOn");
        Optional<Phone> phone = MemberForms.phone(typed);
        Optional<String> address = MemberForms.address(typed);
        Optional<LocalDate> from = MemberForms.wantedDay(typed, "from");
        paper.ifPresent(known -> compare(known, sex, birthOn, typed));
        return typed.isSound()
                ? Optional.of(new Newcomer(
                        name.orElseThrow(), paper.orElseThrow(), birthOn, sex, phone, address, from.orElseThrow()))
                : Optional.empty();
    }

    /** What the number says beside what was entered; both are said at once, before the register would say one. */
    private static void compare(Paper paper, Optional<Sex> sex, Optional<LocalDate> birthOn, Typed typed) {
        paper.birthDate()
                .filter(told -> birthOn.isPresent() && !birthOn.get().equals(told))
                .ifPresent(_ -> typed.refuse("birthOn", "MemberRefused.BIRTH_DISAGREES"));
        paper.sex()
                .filter(told -> sex.isPresent() && sex.get() != told)
                .ifPresent(_ -> typed.refuse("sex", "MemberRefused.SEX_DISAGREES"));
    }

    private Sheet sheet(Picking unit) {
        List<Field> fields = new ArrayList<>(unit.fields("newcomer.unit.hint"));
        fields.addAll(List.of(
                MemberForms.paperKinds(),
                Field.wanted("number", Kind.NUMBER, "newcomer.number"),
                Field.wanted("name", Kind.TEXT, "members.name"),
                Field.choice("sex", "members.sex", Choice.of(Sex.values()))
                        .optional()
                        .hinted("newcomer.sex.hint"),
                Field.maybe("birthOn", Kind.DAY, "members.birth").hinted("newcomer.birth.hint"),
                Field.maybe("phone", Kind.PHONE, "members.phone").hinted("newcomer.phone.hint"),
                Field.maybe("address", Kind.TEXT, "member.address"),
                Field.choice("category", "member.categories", Choice.of(LIVING)),
                Field.wanted("from", Kind.DAY, "newcomer.from")));
        return new Sheet("newcomer", Texts.say("newcomer.lead"), ADDRESS, "/w/members", List.of(), fields);
    }
}
