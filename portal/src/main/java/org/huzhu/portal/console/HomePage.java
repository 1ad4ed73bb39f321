package org.huzhu.portal.console;

import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.catalogue.PlanDesk;
import org.huzhu.catalogue.PlanDesk.Draft;
import org.huzhu.claims.promptness.PromptnessDesk;
import org.huzhu.enrolment.EnrolmentDesk;
import org.huzhu.members.Wishes;
import org.huzhu.notices.NoticeDesk;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.staff.Handovers;
import org.huzhu.staff.Post;
import org.huzhu.staff.Session;
import org.huzhu.staff.Sessions;
import org.huzhu.staff.StaffDesk;
import org.huzhu.unions.Branch;
import org.huzhu.unions.UnionTree;
import org.huzhu.unions.UnitRegistration;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The first page of the console: what waits for whoever has signed in, and in which of his posts he acts. */
@RestController
class HomePage {

    private static final int CORRECTIONS_SHOWN = 200;
    private static final int ENROLMENTS_SHOWN = 200;
    private static final int MESSAGES_SHOWN = 200;
    private static final int REMINDERS_SHOWN = 200;

    private final Rooms rooms;
    private final Templates pages;

    HomePage(Rooms rooms, Templates pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    /** The doors that the page stands before. */
    @Component
    record Rooms(
            Access access,
            UnionTree tree,
            UnitRegistration registrations,
            Handovers handovers,
            Wishes wishes,
            EnrolmentDesk enrolments,
            StaffDesk staff,
            Sessions sessions,
            PlanDesk plans,
            NoticeDesk notices,
            PromptnessDesk promptness) {}

    @GetMapping("/w")
    JteModel home() {
        Visit visit = Visit.current();
        Session session = visit.session().orElseThrow();
        List<Post> posts = rooms.sessions().posts(session);
        PlaceNames places = new PlaceNames(rooms.sessions().places(session));
        if (visit.caller().isEmpty()) {
            boolean needsSecond = posts.stream().anyMatch(post -> post.role().isGuarded())
                    && !rooms.staff().own(session).hasSecondFactor();
            return pages.consolePosts(posts, places, needsSecond);
        }
        Caller caller = visit.someone();
        List<Branch> tops = rooms.tree().tops();
        return pages.consoleHome(queues(caller), tops, posts, places);
    }

    private List<Queue> queues(Caller caller) {
        String path = caller.path().orElse("");
        List<Queue> queues = new ArrayList<>();
        if (rooms.access().allows(caller, Operation.UNIT_REVIEW, path)) {
            queues.add(new Queue(
                    "queue.registrations", rooms.registrations().waiting(caller).size(), "/w/registrations"));
        }
        if (rooms.access().allows(caller, Operation.ENROLMENT_REVIEW, path)) {
            int waiting = rooms.enrolments().toReview(caller, ENROLMENTS_SHOWN).size();
            queues.add(new Queue("queue.enrolments", waiting, "/w/enrolments"));
        }
        if (rooms.access().allows(caller, Operation.HANDOVER_APPROVE, path)) {
            queues.add(new Queue(
                    "queue.handovers", rooms.handovers().waiting(caller, path).size(), "/w/handovers"));
        }
        if (rooms.access().allows(caller, Operation.MEMBER_CHANGE, path)) {
            queues.add(new Queue(
                    "queue.corrections",
                    rooms.wishes().open(caller, CORRECTIONS_SHOWN).size(),
                    "/w/corrections"));
            int undelivered =
                    rooms.notices().undelivered(caller, MESSAGES_SHOWN).size();
            queues.addAll(
                    undelivered > 0 ? List.of(new Queue("queue.messages", undelivered, "/w/messages")) : List.of());
        }
        if (rooms.access().allows(caller, Operation.CLAIM_VIEW, path)) {
            int due = rooms.promptness().reminders(caller, REMINDERS_SHOWN).size();
            queues.addAll(due > 0 ? List.of(new Queue("queue.reminders", due, "/w/promptness")) : List.of());
        }
        if (rooms.access().allows(caller, Operation.PLAN_PUBLISH, path)) {
            queues.add(plans(caller));
        }
        return queues;
    }

    /** Leads right to the one plan that waits for somebody else to publish it, where there is one. */
    private Queue plans(Caller caller) {
        List<Draft> waiting = rooms.plans().drafts(caller).stream()
                .filter(draft -> draft.submitted()
                        .filter(step -> !step.by().equals(caller.account().toString()))
                        .isPresent())
                .toList();
        String one = waiting.size() == 1 ? "/" + waiting.getFirst().id() : "";
        return new Queue("queue.plans", waiting.size(), "/w/plans" + one);
    }

    @PostMapping("/w/post")
    ResponseEntity<Void> actIn(@RequestParam UUID post) {
        rooms.sessions().actIn(Visit.current().session().orElseThrow(), post);
        return Answers.to("/w");
    }
}
