package org.huzhu.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.catalogue.Officers.as;
import static org.huzhu.catalogue.Officers.assertRefused;
import static org.huzhu.catalogue.Officers.doAs;
import static org.huzhu.catalogue.Officers.files;
import static org.huzhu.catalogue.Officers.officer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.access.Refused;
import org.huzhu.catalogue.PlanDesk.Offer;
import org.huzhu.catalogue.PlanRefused.Reason;
import org.huzhu.database.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where and when plans can be enrolled in. */
@RoomTest
class OffersTest {

    private static final Caller DRAFTER = officer("bj");
    private static final Caller ELSEWHERE = officer("sh");

    @Autowired
    private PlanDesk desk;

    @Autowired
    private PlanCatalogue catalogue;

    @Autowired
    private PlanFounding founding;

    @BeforeEach
    void lay() {
        Scope.ofSystem().run(() -> {
            if (founding.isDue()) {
                founding.found(files());
            }
        });
    }

    private static Offer offer(String plan, String path, LocalDate from) {
        return new Offer(plan, path, from, Optional.empty(), new StartRule.NextDay());
    }

    @Test
    void a_plan_is_offered_to_an_organisation_and_all_below_it_within_its_days() {
        LocalDate first = LocalDate.of(2026, 1, 1);
        LocalDate end = LocalDate.of(2026, 4, 1);
        UUID id = as(
                DRAFTER,
                () -> desk.offer(
                        DRAFTER, new Offer("女工特疾", "bj.north", first, Optional.of(end), new StartRule.NextDay())));

        assertThat(as(ELSEWHERE, () -> catalogue.offered("bj.north.street.unit", first)))
                .contains("女工特疾");
        assertThat(as(ELSEWHERE, () -> catalogue.offered("bj.north", end))).doesNotContain("女工特疾");
        assertThat(as(ELSEWHERE, () -> catalogue.offered("bj.south", first))).doesNotContain("女工特疾");
        assertRefused(
                () -> as(DRAFTER, () -> desk.offer(DRAFTER, offer("女工特疾", "bj.north", first.plusDays(9)))),
                Reason.OFFERED_ALREADY);
        assertRefused(() -> as(DRAFTER, () -> desk.offer(DRAFTER, offer("没有的计划", "bj", first))), Reason.NO_SUCH_PLAN);
        assertThatThrownBy(() -> as(ELSEWHERE, () -> desk.offer(ELSEWHERE, offer("女工特疾", "bj", first))))
                .isInstanceOf(Refused.class);

        doAs(DRAFTER, () -> desk.endOffer(DRAFTER, id, first.plusMonths(1)));
        assertThat(as(DRAFTER, () -> catalogue.offered("bj.north", first.plusMonths(1))))
                .doesNotContain("女工特疾");
        assertRefused(() -> doAs(DRAFTER, () -> desk.endOffer(DRAFTER, id, end)), Reason.DECIDED);
    }

    @Test
    void of_offers_above_each_other_the_innermost_says_when_cover_starts() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        StartRule uniform = new StartRule.Fixed(LocalDate.of(2026, 3, 1));
        as(DRAFTER, () -> desk.offer(DRAFTER, new Offer("子女意外", "bj.west", day, Optional.empty(), uniform)));
        as(
                DRAFTER,
                () -> desk.offer(
                        DRAFTER,
                        new Offer("子女意外", "bj.west.street", day, Optional.empty(), new StartRule.NextMonth())));

        assertThat(as(ELSEWHERE, () -> catalogue.offer("子女意外", "bj.west.road.unit", day)))
                .hasValue(new Offer("子女意外", "bj.west", day, Optional.empty(), uniform));
        assertThat(as(ELSEWHERE, () -> catalogue.offer("子女意外", "bj.west.street.unit", day)))
                .map(Offer::starts)
                .hasValue(new StartRule.NextMonth());
        assertThat(as(ELSEWHERE, () -> catalogue.offer("子女意外", "bj", day))).isEmpty();
        assertThat(as(ELSEWHERE, () -> catalogue.offer("子女意外", "bj.west", day.minusDays(1))))
                .isEmpty();
    }

    @Test
    void the_first_plans_are_opened_by_the_system_alone_and_anybody_sees_what_is_offered() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        List<Offer> offers =
                List.of(new Offer("五送保障", "bj.open", day, Optional.of(day.plusYears(1)), new StartRule.NextMonth()));

        assertThatThrownBy(() -> doAs(DRAFTER, () -> founding.open(offers))).isInstanceOf(IllegalStateException.class);
        Scope.ofSystem().run(() -> founding.open(offers));

        assertThat(as(ELSEWHERE, () -> catalogue.offered(day))).contains("五送保障");
        assertThat(as(ELSEWHERE, () -> catalogue.offered(day.plusYears(1)))).doesNotContain("五送保障");
    }
}
