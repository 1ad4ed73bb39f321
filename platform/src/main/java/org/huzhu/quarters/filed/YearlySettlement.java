package org.huzhu.quarters.filed;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huzhu.catalogue.PlanCatalogue;
import org.huzhu.kernel.Money;
import org.huzhu.quarters.Quarter;
import org.huzhu.quarters.QuarterLine.Above;
import org.huzhu.quarters.working.AboveCeiling;
import org.huzhu.quarters.working.YearlyRules;
import org.springframework.stereotype.Component;

/**
 * Settles what lies above the ceiling for a year: what was filed, what the quarters gave, what earlier runs of the year
 * gave; a difference for each person. The same bytes in give the same bytes out.
 */
@Component
public class YearlySettlement {

    private static final String ABOVE = "above";
    private static final List<String> COLUMNS = List.of(
            "member_no",
            "id_number",
            "card_no",
            "agency",
            "year",
            "quarter",
            "outpatient_self_pay_1",
            "inpatient_self_pay_1",
            "entitled",
            "paid_before",
            "due",
            ABOVE,
            "supplement",
            "commercial",
            "assistance",
            "below");

    private final PlanCatalogue catalogue;
    private final YearlyRules rules;

    YearlySettlement(PlanCatalogue catalogue, YearlyRules rules) {
        this.catalogue = catalogue;
        this.rules = rules;
    }

    /**
     * What it comes to.
     *
     * @param out the folder with the lists
     * @param rows how many had filed
     */
    public record Outcome(Path out, String version, int persons, Money due, int carried, Money carriedSum, long rows) {}

    /** A person, whom he is paid as, and what he filed. */
    private record Person(String memberNo, String number, String card, String agency, Above filed) {

        @Override
        public String toString() {
            return "Person";
        }
    }

    /**
     * Settles, and writes the lists.
     *
     * @param filed a {@link FiledList}
     * @param quarters the lists of the quarters of the year
     * @param earlier those of earlier runs of this kind
     * @throws java.util.NoSuchElementException if the plan gives nothing for it in that year
     */
    public Outcome settle(Quarter quarter, Path filed, List<Path> quarters, List<Path> earlier, Path out)
            throws IOException {
        AboveCeiling year = new AboveCeiling(catalogue.rulebook(), rules, quarter);
        Map<String, Money> below = paid(quarters);
        Map<String, Money> before = paid(earlier);
        List<Person> persons = persons(filed, below, earlier);
        Files.createDirectories(out);
        Files.writeString(out.resolve("rejects.csv"), "file,line,record_no,reason,detail\n");
        Tally due = new Tally();
        Tally carried = new Tally();
        try (CsvWriter payments = writer(out.resolve("payments.csv"));
                CsvWriter others = writer(out.resolve("carried.csv"))) {
            payments.writeRecord(COLUMNS);
            others.writeRecord(COLUMNS);
            for (Person person : persons) {
                Money entitled = year.entitled(person.filed());
                Money paid = before.getOrDefault(person.number(), Money.ZERO);
                Money left = entitled.minus(paid);
                if (left.fen() != 0) {
                    (left.isPositive() ? due : carried).add(left);
                    (left.isPositive() ? payments : others).writeRecord(cells(quarter, person, entitled, paid));
                }
            }
        }
        return new Outcome(out, year.version(), due.count, due.sum(), carried.count, carried.sum(), rows(filed));
    }

    /** Of how many, and how much. */
    private static final class Tally {

        private int count;
        private long fen;

        void add(Money money) {
            count++;
            fen = Math.addExact(fen, money.fen());
        }

        Money sum() {
            return Money.ofFen(fen);
        }
    }

    private static List<String> cells(Quarter quarter, Person person, Money entitled, Money paid) {
        Above filed = person.filed();
        return List.of(
                person.memberNo(),
                person.number(),
                person.card(),
                person.agency(),
                String.valueOf(quarter.year()),
                String.valueOf(quarter.quarter()),
                yuan(Money.ZERO),
                yuan(Money.ZERO),
                yuan(entitled),
                yuan(paid),
                yuan(entitled.minus(paid)),
                yuan(filed.sum()),
                yuan(filed.supplement()),
                yuan(filed.commercial()),
                yuan(filed.assistance()),
                yuan(filed.below()));
    }

    private static String yuan(Money sum) {
        long fen = Math.abs(sum.fen());
        return "%s%d.%02d".formatted(sum.isNegative() ? "-" : "", fen / 100, fen % 100);
    }

    private static CsvWriter writer(Path to) throws IOException {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(to, UTF_8);
    }

    /** What each was paid, by identity number; what was due below zero was not. */
    private static Map<String, Money> paid(List<Path> lists) throws IOException {
        Map<String, Money> paid = new HashMap<>();
        for (Path list : lists) {
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(list)) {
                for (NamedCsvRecord row : rows) {
                    paid.merge(row.getField("id_number"), Money.parseYuan(row.getField("due")), Money::plus);
                }
            }
        }
        return paid;
    }

    /** Those who have filed, in their order; then those who were paid, and whose filing is there no longer. */
    private static List<Person> persons(Path filed, Map<String, Money> below, List<Path> earlier) throws IOException {
        Map<String, Person> persons = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(filed)) {
            for (NamedCsvRecord row : rows) {
                String number = row.getField("id_number");
                Money given = below.getOrDefault(number, Money.ZERO);
                persons.put(
                        number,
                        person(
                                row,
                                new Above(
                                        sum(row, ABOVE),
                                        sum(row, "supplement"),
                                        sum(row, "commercial"),
                                        sum(row, "assistance"),
                                        given)));
            }
        }
        for (Path list : earlier) {
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(list)) {
                for (NamedCsvRecord row : rows) {
                    String number = row.getField("id_number");
                    Money given = below.getOrDefault(number, Money.ZERO);
                    persons.putIfAbsent(
                            number, person(row, new Above(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, given)));
                }
            }
        }
        return new ArrayList<>(persons.values());
    }

    private static Person person(NamedCsvRecord row, Above filed) {
        return new Person(
                row.getField("member_no"),
                row.getField("id_number"),
                row.getField("card_no"),
                row.getField("agency"),
                filed);
    }

    private static Money sum(NamedCsvRecord row, String column) {
        return Money.parseYuan(row.getField(column));
    }

    private static long rows(Path filed) throws IOException {
        try (var lines = Files.lines(filed, UTF_8)) {
            return lines.count() - 1;
        }
    }
}
