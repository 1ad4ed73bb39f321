package org.huzhu.operations.quarters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.demonstration.Worker;
import org.huzhu.demonstration.Worker.Category;
import org.huzhu.kernel.IdNumber;
import org.huzhu.kernel.Money;
import org.huzhu.operations.DemonstrationSize;
import org.huzhu.operations.Doors;
import org.huzhu.quarters.Quarter;
import org.huzhu.quarters.designated.Designation;
import org.huzhu.quarters.designated.Designations;

/**
 * Workers in hardship and model workers of the demonstration, and what they paid for visits in the first quarter, so
 * that the plans for them come to what was published.
 */
final class FirstDesignated {

    private static final int DEDUCTIBLE = 180_000;

    /** In the usual society there are so many times fewer. */
    private static final int FEWER = 40;

    private final Doors doors;
    private final Map<Group, List<Worker>> people = new EnumMap<>(Group.class);

    /** What each paid, in fen. */
    private final Map<IdNumber, Integer> paid = new HashMap<>();

    /** Who is designated as what: so many got so much by 2021 (首都工会, 2021-08-13). */
    enum Group {
        HARDSHIP(Designation.Kind.HARDSHIP, Category.HARDSHIP, "困难职工二次报销", 30, 577, 132_200),
        MODEL_WORKER(Designation.Kind.MODEL_WORKER, Category.MODEL, "劳模二次报销", 20, 3_060, 382_400);

        private final Designation.Kind kind;
        private final Category category;
        private final String plan;
        private final int percent;
        private final int persons;
        private final int yuan;

        Group(Designation.Kind kind, Category category, String plan, int percent, int persons, int yuan) {
            this.kind = kind;
            this.category = category;
            this.plan = plan;
            this.percent = percent;
            this.persons = persons;
            this.yuan = yuan;
        }

        String plan() {
            return plan;
        }

        private int persons(DemonstrationSize size) {
            return size == DemonstrationSize.DISTRICT ? persons : persons / FEWER;
        }

        /** What they get: about as much each as there were yuan for each, and all together to the fen. */
        int[] dues(int count) {
            long all = Money.ofYuan(yuan)
                    .proportion(count, persons, RoundingMode.HALF_UP)
                    .fen();
            int[] dues = new int[count];
            for (int i = 0; i < count; i++) {
                dues[i] = (int) (all / count + (i < all % count ? 1 : 0)) + apart(i, count);
            }
            return dues;
        }

        /** One gets as much more as the next gets less. */
        private static int apart(int place, int count) {
            int apart = place / 2 * 37 % 9_000;
            return place % 2 == 0 ? (place + 1 < count ? apart : 0) : -apart;
        }

        /** What somebody paid who gets this much: a share of what lies above the deductible. */
        int paidFor(int due) {
            return DEDUCTIBLE + Math.toIntExact(Math.round(due * 100.0 / percent));
        }
    }

    FirstDesignated(Doors doors, List<Worker> workers, DemonstrationSize size) {
        this.doors = doors;
        for (Group group : Group.values()) {
            List<Worker> some = workers.stream()
                    .filter(worker -> !has(worker))
                    .sorted(Comparator.comparing(worker -> worker.category() != group.category))
                    .limit(group.persons(size))
                    .toList();
            people.put(group, some);
            int[] dues = group.dues(some.size());
            for (int i = 0; i < dues.length; i++) {
                paid.put(some.get(i).id(), group.paidFor(dues[i]));
            }
        }
    }

    boolean has(Worker worker) {
        return paid.containsKey(worker.id());
    }

    /** What he paid for visits in the first quarter; empty for others, and for later ones. */
    OptionalInt visits(Quarter quarter, Worker worker) {
        Integer fen = paid.get(worker.id());
        return fen == null || quarter.quarter() > 1 ? OptionalInt.empty() : OptionalInt.of(fen);
    }

    /** Brings the lists. */
    void bring(int year) {
        Caller officer = doors.official(Role.RELIEF_OFFICER);
        people.forEach((group, some) -> {
            String list = some.stream()
                    .map(worker -> "%s,%s,%d-01-01,,示范名单\n"
                            .formatted(worker.name(), worker.id().text(), year))
                    .collect(Collectors.joining("", "姓名,身份证号,起始日期,终止日期,依据\n", ""));
            Designations.Taken taken = doors.as(
                    officer,
                    () -> doors.get(Designations.class)
                            .bring(officer, group.kind, new ByteArrayInputStream(list.getBytes(UTF_8))));
            if (!taken.wrong().isEmpty()) {
                throw new IllegalStateException("The list was not taken: " + taken.wrong());
            }
        });
    }
}
