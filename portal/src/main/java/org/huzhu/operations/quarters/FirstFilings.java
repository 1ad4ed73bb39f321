package org.huzhu.operations.quarters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.database.Scope;
import org.huzhu.demonstration.Worker;
import org.huzhu.operations.Doors;
import org.huzhu.quarters.filed.Filing;
import org.huzhu.quarters.filed.Filings;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.huzhu.unions.UnionTree;

/**
 * What an agency of the demonstration has filed for costs above the ceiling: of the last year accepted, passed, and
 * just entered; of the year before all accepted, so that it can be settled.
 */
final class FirstFilings {

    private static final List<String> SUMS = List.of("286300.50,30000,,", "95000,,12000,", "41250.80,,,5000");

    /** The first reaches the second band once what others paid is deducted. */
    private static final List<String> SUMS_BEFORE = List.of("245000,12000,4000,", "18750.40,,,3000", "9600,,,");

    private final Doors doors;
    private final List<Worker> workers;

    FirstFilings(Doors doors, List<Worker> workers) {
        this.doors = doors;
        this.workers = workers;
    }

    /** Files them for the last year: each waits for somebody else. */
    void file(String plan, int year) {
        enter(plan, year, SUMS);
        pass(another(Role.AGENCY_REVIEWER, agency(), 1), year, 2);
        pass(another(Role.OFFICE_REVIEWER, doors.office().path(), 2), year, 1);
    }

    /** Files for a year that is to be settled: all of it is accepted. */
    void accepted(String plan, int year) {
        enter(plan, year, SUMS_BEFORE);
        pass(another(Role.AGENCY_REVIEWER, agency(), 1), year, SUMS_BEFORE.size());
        pass(another(Role.OFFICE_REVIEWER, doors.office().path(), 2), year, SUMS_BEFORE.size());
    }

    private void enter(String plan, int year, List<String> sums) {
        String agency = agency();
        List<Worker> some = workers.stream()
                .filter(worker -> worker.unit().path().startsWith(agency + "."))
                .limit(sums.size())
                .toList();
        String list = IntStream.range(0, some.size())
                .mapToObj(place -> some.get(place).id().text() + "," + sums.get(place) + "\n")
                .collect(Collectors.joining("", "身份证号,封顶线以上,单位补充,商业保险,医疗救助\n", ""));
        Filings filings = doors.get(Filings.class);
        Caller handler = Doors.caller(Role.AGENCY_HANDLER, agency);
        Filings.Taken taken = doors.as(
                handler, () -> filings.enter(handler, plan, year, new ByteArrayInputStream(list.getBytes(UTF_8))));
        if (!taken.wrong().isEmpty()) {
            throw new IllegalStateException("The list was not entered: " + taken.wrong());
        }
    }

    /** The one with the first worker; a member that it reaches is of the demonstration. */
    private String agency() {
        String unit = workers.getFirst().unit().path();
        return Scope.ofSystem()
                .call(() -> doors.get(UnionTree.class).below(doors.office().id()).stream()
                        .filter(each -> each.tier() == Tier.AGENCY)
                        .map(Organisation::path)
                        .filter(path -> unit.startsWith(path + "."))
                        .findFirst()
                        .orElseThrow());
    }

    /** Nobody decides on what he entered: each is an account of its own. */
    private static Caller another(Role role, String path, int account) {
        return new Caller(new UUID(0, account), role, Optional.of(path), Optional.empty());
    }

    private void pass(Caller reviewer, int year, int count) {
        Filings filings = doors.get(Filings.class);
        List<Filing> waiting = doors.as(reviewer, () -> filings.all(reviewer, year, count));
        for (Filing each : waiting) {
            boolean _ = doors.as(reviewer, () -> filings.pass(reviewer, each.id(), each.version()));
        }
    }
}
