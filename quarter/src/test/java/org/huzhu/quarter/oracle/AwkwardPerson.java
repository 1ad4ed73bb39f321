package org.huzhu.quarter.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.huzhu.testkit.Cases;

/**
 * A card holder whose papers are not in order.
 *
 * @param body the first 17 digits of the identity number
 * @param registerLines one or two rows, of 15 or of 18 characters, of spans that touch, overlap or leave days between
 */
record AwkwardPerson(String body, List<String> registerLines) {

    private static final List<String> AREAS = List.of("110105", "540102", "810000", "830000", "933156");
    private static final List<String> BIRTHS = List.of("19491231", "19750314", "19880229", "20000229");
    private static final List<String> AGENCIES = List.of("东城区", "教育系统", "\"华岳建工,总部\"", "\"\"\"金台\"\"集团\"", "Bureau");

    static AwkwardPerson of(int index, Cases cases) {
        String body = cases.oneOf(AREAS) + cases.oneOf(BIRTHS) + "%03d".formatted(index);
        LocalDate from = cases.wholeBetween(0, 5) == 0 ? AwkwardCity.someDay(cases) : LocalDate.of(2015, 7, 1);
        LocalDate until = AwkwardCity.someDay(cases).plusDays(1);
        boolean ends = cases.wholeBetween(0, 3) == 0 && until.isAfter(from);
        List<String> lines = new ArrayList<>();
        lines.add(line(body, "M" + (900 - index), index, from, ends ? until.toString() : "", cases));
        if (cases.wholeBetween(0, 4) == 0) {
            LocalDate again = until.plusDays(cases.wholeBetween(-20, 20));
            String memberNo = cases.wholeBetween(0, 1) == 0 ? "M" + (900 - index) : "N" + (100 + index);
            lines.add(line(body, memberNo, 500 + index, again, "", cases));
        }
        return new AwkwardPerson(body, lines);
    }

    private static String line(String body, String memberNo, int card, LocalDate from, String until, Cases cases) {
        return String.join(
                ",",
                memberNo,
                writing(body, cases),
                "阿依古丽·𠮷",
                Integer.toString(602_900_000 + card),
                from.toString(),
                until,
                cases.oneOf(AGENCIES));
    }

    /** One of the ways in which the person's number is written. */
    String id(Cases cases) {
        return writing(body, cases);
    }

    private static String writing(String body, Cases cases) {
        String full = body + Numbers.check(body);
        return switch ((int) cases.wholeBetween(0, 4)) {
            case 0 -> body.startsWith("19", 6) ? body.substring(0, 6) + body.substring(8) : full;
            case 1 -> full.replace('X', 'x');
            default -> full;
        };
    }
}
