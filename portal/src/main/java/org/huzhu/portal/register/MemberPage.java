package org.huzhu.portal.register;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.audit.AuditRecord;
import org.huzhu.audit.AuditSearch;
import org.huzhu.audit.AuditSearch.Question;
import org.huzhu.kernel.DateSpan;
import org.huzhu.members.Duplicates;
import org.huzhu.members.MemberDetail;
import org.huzhu.members.MemberRegister;
import org.huzhu.notices.NoticeDesk;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.claims.ClaimFinder;
import org.huzhu.portal.pages.Templates;
import org.huzhu.staff.StaffDesk;
import org.huzhu.staff.StaffRefused;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.UnionTree;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** All of one member: what is kept, what waits, what happened, and who looked. */
@RestController
class MemberPage {

    private static final int REVEALS_SHOWN = 50;
    private static final int TOLD_SHOWN = 10;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Rooms rooms;
    private final Clock clock;
    private final Templates pages;

    MemberPage(Rooms rooms, Clock clock, Templates pages) {
        this.rooms = rooms;
        this.clock = clock;
        this.pages = pages;
    }

    /** The doors that the page stands before. */
    @Component("roomsOfMemberPage")
    record Rooms(
            MemberRegister register,
            Duplicates duplicates,
            UnionTree tree,
            Access access,
            AuditSearch trail,
            StaffDesk staff,
            NoticeDesk notices,
            ClaimFinder claims) {}

    @GetMapping("/w/members/{id}")
    JteModel one(@PathVariable UUID id) {
        Caller caller = Visit.current().someone();
        MemberDetail detail = rooms.register().detail(caller, id);
        String path = detail.line().path();
        boolean seesReveals = rooms.access().allows(caller, Operation.AUDIT_SEARCH, path);
        return pages.consoleMember(new MemberView(
                detail,
                works(detail),
                rooms.duplicates().of(caller, id),
                rooms.access().allows(caller, Operation.MEMBER_CHANGE, path)
                        ? List.of(MemberChange.values())
                        : List.of(),
                rooms.access().allows(caller, Operation.CLAIM_FILE, path),
                rooms.claims().of(caller, id),
                told(caller, id),
                MemberStory.of(detail, this::unit, clock),
                seesReveals ? reveals(caller, id) : List.of(),
                seesReveals));
    }

    private List<MemberView.Told> told(Caller caller, UUID id) {
        return rooms.notices().of(caller, id, TOLD_SHOWN).stream()
                .map(told -> new MemberView.Told(
                        MOMENT.format(told.at().atZone(clock.getZone())), told.text(), told.isRead()))
                .toList();
    }

    private Optional<String> unit(UUID unit) {
        return rooms.tree().find(unit).map(Organisation::name);
    }

    private List<MemberView.Work> works(MemberDetail detail) {
        return detail.employments().stream()
                .map(work -> new MemberView.Work(
                        unit(work.unit()).orElseGet(() -> Texts.say("member.elsewhere")), days(work.span())))
                .toList();
    }

    private static String days(DateSpan span) {
        return span.until().equals(LocalDate.MAX)
                ? Texts.say("member.since", span.from())
                : Texts.say("member.between", span.from(), span.until());
    }

    private List<MemberView.Reveal> reveals(Caller caller, UUID id) {
        Question question = Question.all()
                .ofObject(id.toString())
                .ofAction(Operation.MEMBER_REVEAL.title())
                .atMost(REVEALS_SHOWN);
        return rooms.trail().find(question).stream()
                .map(record -> reveal(caller, record))
                .toList();
    }

    private MemberView.Reveal reveal(Caller caller, AuditRecord record) {
        return new MemberView.Reveal(
                MOMENT.format(record.at().atZone(clock.getZone())),
                who(caller, record.actor()),
                Texts.say(record.deed().outcome()),
                record.deed().reason().orElse(""));
    }

    /** The name of the account; where it is out of reach, or the member's own, its id. */
    private String who(Caller caller, String actor) {
        try {
            return rooms.staff().account(caller, UUID.fromString(actor)).name();
        } catch (IllegalArgumentException | StaffRefused e) {
            return actor;
        }
    }
}
