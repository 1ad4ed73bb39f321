package org.huzhu.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huzhu.columns.Bills;
import org.huzhu.columns.EventKind;
import org.huzhu.columns.EventRows;
import org.huzhu.columns.FactAssembly;
import org.huzhu.columns.Members;
import org.huzhu.columns.Part;
import org.huzhu.plan.CostField;

/** Reads a part of a store, whole columns at a time. */
final class PartReader {

    private final Storage storage;
    private final Room room;
    private final int part;
    private final int members;
    private final FactAssembly assembly;
    private final Set<CostField> costs;
    private final Map<Table, Long> rows = new EnumMap<>(Table.class);

    PartReader(Storage storage, Room room, int part, int members, Set<CostField> costs) {
        this.storage = storage;
        this.room = room;
        this.part = part;
        this.members = members;
        this.costs = costs;
        assembly = new FactAssembly(members, costs);
    }

    /** How many rows each table had. */
    Map<Table, Long> rows() {
        return rows;
    }

    /** The rows of one kind of event, as they were read. */
    private record Events(EventKind kind, TableReader file, EventRows rows) {}

    Part read() throws IOException {
        try (TableFiles files = TableFiles.open(storage, part, room)) {
            for (Table table : Table.values()) {
                rows.put(table, (long) files.of(table).rows());
            }
            Members known = members(files.of(Table.MEMBERS));
            events(files);
            bills(files.of(Table.VISITS), files.of(Table.STAYS));
            stays(files.of(Table.STAYS));
            diagnoses(files.of(Table.DIAGNOSES));
            accidents(files.of(Table.ACCIDENTS));
            deaths(files.of(Table.DEATHS));
            losses(files.of(Table.LOSSES));
            terms(files.of(Table.TERMS));
            payments(files.of(Table.PAYMENTS));
            return new Part(known, assembly.build());
        }
    }

    private Members members(TableReader file) throws IOException {
        int[] number = file.members();
        for (int i = 0; i < file.rows(); i++) {
            file.requireFit("member", number[i] == i ? FactAssembly.FITS : i, "不是下一个会员");
        }
        if (file.rows() != members) {
            throw file.refused("member", file.rows(), "起行数不对：应有 " + members + " 行，有 " + file.rows() + " 行");
        }
        return Members.of(file.ints("agency_word"), file.ints("sex"), file.ints("born_on"));
    }

    /** All kinds are counted before any is placed: the place of an event depends on those of other kinds. */
    private void events(TableFiles files) throws IOException {
        List<Events> all = new ArrayList<>();
        for (Table table : Table.values()) {
            if (table.kind().isPresent()) {
                all.add(events(table.kind().get(), files.of(table)));
            }
        }
        for (Events each : all) {
            int odd = assembly.count(each.rows());
            each.file().requireFit("member", odd, "不是这一部分的会员，或没有按会员排列");
        }
        for (Events each : all) {
            int odd = assembly.place(each.kind(), each.rows());
            each.file().requireFit("event", odd, "的序号重复或超出该会员的事件数，或 person、circumstances 超出范围");
        }
    }

    private static Events events(EventKind kind, TableReader file) throws IOException {
        EventRows rows = new EventRows(
                file.rows(),
                file.members(),
                file.lent("event"),
                file.lent("person"),
                file.lent("circumstances"),
                file.lent("day"));
        return new Events(kind, file, rows);
    }

    private void bills(TableReader visits, TableReader stays) throws IOException {
        for (CostField cost : costs) {
            long[] fen = bills(Table.column(cost), visits, stays);
            if (isAnyKnown(fen)) {
                assembly.bills(cost, fen);
            }
        }
        assembly.born(bills(Table.BORNE, visits, stays));
    }

    private static long[] bills(String column, TableReader visits, TableReader stays) throws IOException {
        long[] fen = new long[visits.rows() + stays.rows()];
        visits.longs(column, fen, 0);
        stays.longs(column, fen, visits.rows());
        return fen;
    }

    private static boolean isAnyKnown(long[] fen) {
        for (long each : fen) {
            if (each != Bills.UNKNOWN) {
                return true;
            }
        }
        return false;
    }

    private void stays(TableReader file) throws IOException {
        assembly.stays(
                file.ints("discharged_on"),
                file.ints("hospital_level"),
                file.ints("cause"),
                file.ints("accident_on"),
                file.ints("icd_word"),
                file.ints("filed_on"),
                file.ints("settled_on"));
        int odd = assembly.transfers(file.members(), file.ints("transferred_from"));
        file.requireFit("transferred_from", odd, "不是该会员的事件");
    }

    private void diagnoses(TableReader file) throws IOException {
        assembly.diagnoses(
                file.ints("disease_word"),
                file.ints("pathology_on"),
                file.ints("admitted_on"),
                file.ints("first_diagnosed_on"));
    }

    private void accidents(TableReader file) throws IOException {
        assembly.accidents(
                file.longs("grades"),
                file.ints("prior_grade"),
                file.ints("assessed_on"),
                file.ints("rest_days"),
                file.ints("care_days"),
                file.ints("injuries"));
    }

    private void deaths(TableReader file) throws IOException {
        int odd = assembly.deaths(file.members(), file.ints("cause"), file.ints("accident_on"), file.ints("accident"));
        file.requireFit("accident", odd, "不是该会员的事件");
    }

    private void losses(TableReader file) throws IOException {
        assembly.losses(file.ints("cause"), file.longs("amount_fen"), file.ints("address"));
    }

    private void terms(TableReader file) throws IOException {
        int odd = assembly.termsOf(file.members(), file.rows());
        file.requireFit("member", odd, "不是这一部分的会员，或没有按会员排列");
        int[] from = file.ints("from_on");
        int[] until = file.ints("until_on");
        for (int i = 0; i < file.rows(); i++) {
            file.requireFit("until_on", until[i] > from[i] ? FactAssembly.FITS : i, "不晚于 from_on");
        }
        assembly.terms(
                file.ints("plan_word"),
                file.ints("office_word"),
                from,
                until,
                file.ints("units"),
                file.ints("tier_word"),
                file.longs("contribution_fen"));
    }

    private void payments(TableReader file) throws IOException {
        int odd = assembly.paymentsOf(file.members(), file.rows(), file.ints("event"));
        file.requireFit("member", odd, "不是这一部分的会员，或没有按会员排列，或 event 不是该会员的事件");
        assembly.payments(
                file.ints("plan_word"),
                file.ints("clause_word"),
                file.ints("on_day"),
                file.ints("person"),
                file.ints("disease_word"),
                file.ints("address"),
                file.ints("days"),
                file.longs("amount_fen"));
    }
}
