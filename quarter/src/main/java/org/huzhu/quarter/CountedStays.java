package org.huzhu.quarter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.huzhu.quarter.FeedPart.State;
import org.huzhu.quarter.table.Drawers;
import org.huzhu.quarter.table.Workers;

/** The stays on which a settlement rests: those that count, of everybody, by the day of admission and record number. */
public final class CountedStays {

    private final Map<String, List<Stay>> byMemberNo = new HashMap<>();

    private CountedStays() {}

    /**
     * A stay that counts.
     *
     * @param selfPay1Fen what the member paid of it within the scope of the insurance (自付一), in fen
     */
    public record Stay(LocalDate admittedOn, long selfPay1Fen) {}

    static CountedStays of(Register register, Feed feed, ExecutorService workers) {
        CountedStays all = new CountedStays();
        Workers.each(workers, Drawers.COUNT, drawer -> inDrawer(register.drawer(drawer), feed, drawer))
                .forEach(all.byMemberNo::putAll);
        return all;
    }

    /** Those of the member; of several cards it is known by that of the card that is paid to. */
    public List<Stay> of(String memberNo) {
        return byMemberNo.getOrDefault(memberNo, List.of());
    }

    private static Map<String, List<Stay>> inDrawer(Persons persons, Feed feed, int drawer) {
        Map<Integer, List<Integer>> rows = new HashMap<>();
        for (int p = 0; p < feed.partCount(); p++) {
            FeedPart part = feed.part(p);
            for (int row = part.from(drawer); row < part.to(drawer); row++) {
                if (part.state(row) == State.INPATIENT) {
                    rows.computeIfAbsent(feed.person(p, row), _ -> new ArrayList<>())
                            .add(Feed.row(p, row));
                }
            }
        }
        Map<String, List<Stay>> stays = new HashMap<>();
        rows.forEach((person, some) -> {
            some.sort(feed::compareStays);
            stays.put(
                    memberNo(persons, person),
                    some.stream().map(row -> stay(feed, row)).toList());
        });
        return stays;
    }

    private static String memberNo(Persons persons, int person) {
        return persons.cardPart(person).text(persons.cardRow(person), CardPart.MEMBER_NO);
    }

    private static Stay stay(Feed feed, int row) {
        FeedPart part = feed.partOf(row);
        int place = Feed.place(row);
        return new Stay(LocalDate.ofEpochDay(part.admittedOn(place)), part.selfPayFen(place));
    }
}
