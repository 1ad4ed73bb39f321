package org.huzhu.portal.register;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.huzhu.kernel.DateSpan;
import org.huzhu.members.MemberDetail;
import org.huzhu.portal.Texts;
import org.huzhu.portal.register.MemberView.Event;

/** What happened to a member, day by day, told from all that is kept of him. */
final class MemberStory {

    private final List<Event> events = new ArrayList<>();
    private final Clock clock;

    private MemberStory(Clock clock) {
        this.clock = clock;
    }

    /**
     * The newest first.
     *
     * @param units names a unit, where it is within reach
     */
    static List<Event> of(MemberDetail detail, Function<UUID, Optional<String>> units, Clock clock) {
        MemberStory story = new MemberStory(clock);
        story.tell(detail.line().admittedOn(), Texts.say("story.admitted"));
        detail.employments().forEach(work -> {
            String unit = units.apply(work.unit()).orElseGet(() -> Texts.say("member.elsewhere"));
            story.span(work.span(), "story.work", unit);
        });
        detail.categories().forEach(each -> story.span(each.span(), "story.category", Texts.say(each.kind())));
        detail.cards().forEach(card -> {
            story.tell(card.givenAt(), "story.card", Texts.say(card.kind()), card.number());
            card.replacedAt().ifPresent(at -> story.tell(at, "story.card.replaced", card.number()));
        });
        detail.consents().forEach(consent -> {
            story.tell(consent.givenAt(), "story.consent", Texts.say(consent.purpose()));
            consent.withdrawnAt()
                    .ifPresent(at -> story.tell(at, "story.consent.withdrawn", Texts.say(consent.purpose())));
        });
        detail.corrections().forEach(wish -> story.tell(wish.askedAt(), "story.correction", wish.subject()));
        story.events.sort(Comparator.comparing(Event::day).reversed());
        return List.copyOf(story.events);
    }

    private void span(DateSpan span, String sentence, String what) {
        tell(span.from(), Texts.say(sentence, what));
        if (!span.until().equals(LocalDate.MAX)) {
            tell(span.until(), Texts.say(sentence + ".until", what));
        }
    }

    private void tell(Instant at, String sentence, Object... blanks) {
        tell(LocalDate.ofInstant(at, clock.getZone()), Texts.say(sentence, blanks));
    }

    private void tell(LocalDate day, String words) {
        events.add(new Event(day, words));
    }
}
