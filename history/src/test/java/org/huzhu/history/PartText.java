package org.huzhu.history;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.huzhu.columns.Accidents;
import org.huzhu.columns.Bills;
import org.huzhu.columns.Deaths;
import org.huzhu.columns.Diagnoses;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Losses;
import org.huzhu.columns.Members;
import org.huzhu.columns.Part;
import org.huzhu.columns.Payments;
import org.huzhu.columns.Stays;
import org.huzhu.columns.Terms;
import org.huzhu.plan.CostField;

/** All that a part knows of a member as text, in the member's own numbers of events. */
final class PartText {

    private final Members members;
    private final FactColumns facts;

    PartText(Part part) {
        members = part.members();
        facts = part.facts();
    }

    String member(int member) {
        StringJoiner text = new StringJoiner("\n");
        text.add("%d %s %d".formatted(members.agency(member), members.sex(member), members.bornOn(member)));
        for (int term = facts.termsFrom(member); term < facts.termsTo(member); term++) {
            text.add(term(term));
        }
        for (int payment = facts.paymentsFrom(member); payment < facts.paymentsTo(member); payment++) {
            text.add(payment(payment, facts.eventsFrom(member)));
        }
        for (int event = facts.eventsFrom(member); event < facts.eventsTo(member); event++) {
            text.add(event(event, facts.eventsFrom(member)));
        }
        return text.toString();
    }

    private String term(int term) {
        Terms terms = facts.terms();
        return "term "
                + List.of(
                        terms.plan(term),
                        terms.office(term),
                        terms.from(term),
                        terms.until(term),
                        terms.units(term),
                        terms.tier(term),
                        terms.contributionFen(term));
    }

    private String payment(int payment, int from) {
        Payments payments = facts.payments();
        return "payment "
                + List.of(
                        payments.plan(payment),
                        payments.clause(payment),
                        payments.on(payment),
                        payments.person(payment),
                        rank(payments.event(payment), from),
                        payments.disease(payment),
                        payments.address(payment),
                        payments.days(payment),
                        payments.amountFen(payment));
    }

    private static int rank(int event, int from) {
        return event < 0 ? event : event - from;
    }

    private String event(int event, int from) {
        List<Object> all = new ArrayList<>(List.of(
                facts.kind(event),
                facts.person(event),
                facts.circumstances(event),
                facts.day(event),
                rank(facts.key(event), from)));
        int row = facts.row(event);
        all.add(
                switch (facts.kind(event)) {
                    case VISIT -> bill(row);
                    case STAY -> stay(row, from);
                    case DIAGNOSIS -> diagnosis(row);
                    case ACCIDENT -> accident(row);
                    case DEATH -> death(row, from);
                    case LOSS -> loss(row);
                    case MATURITY -> "";
                });
        return all.toString();
    }

    private String bill(int row) {
        Bills bills = facts.bills();
        List<Long> fen = new ArrayList<>();
        for (CostField cost : CostField.values()) {
            fen.add(bills.fen(cost, row));
        }
        return fen + " borne " + bills.bornFen(row);
    }

    private String stay(int row, int from) {
        Stays stays = facts.stays();
        return List.of(
                        stays.dischargedOn(row),
                        stays.hospitalLevel(row),
                        stays.cause(row),
                        stays.accidentOn(row),
                        stays.icd(row),
                        rank(stays.transferredFrom(row), from),
                        stays.filedOn(row),
                        stays.settledOn(row))
                + bill(stays.bill(row));
    }

    private String diagnosis(int row) {
        Diagnoses diagnoses = facts.diagnoses();
        return List.of(
                        diagnoses.disease(row),
                        diagnoses.pathologyOn(row),
                        diagnoses.admittedOn(row),
                        diagnoses.firstDiagnosedOn(row))
                .toString();
    }

    private String accident(int row) {
        Accidents accidents = facts.accidents();
        return List.of(
                        accidents.grades(row),
                        accidents.priorGrade(row),
                        accidents.assessedOn(row),
                        accidents.restDays(row),
                        accidents.careDays(row),
                        accidents.injuries(row))
                .toString();
    }

    private String death(int row, int from) {
        Deaths deaths = facts.deaths();
        return List.of(deaths.cause(row), deaths.accidentOn(row), rank(deaths.accident(row), from))
                .toString();
    }

    private String loss(int row) {
        Losses losses = facts.losses();
        return List.of(losses.cause(row), losses.amountFen(row), losses.address(row))
                .toString();
    }
}
