package org.huzhu.quarter;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import org.huzhu.quarter.table.Blocks.Loaded;
import org.huzhu.quarter.table.Drawers;
import org.huzhu.quarter.table.TableFile;
import org.huzhu.quarter.table.Workers;
import org.jspecify.annotations.Nullable;

/**
 * What the earlier quarters of the year gave each person of a drawer, in fen: the sum of the positive amounts in their
 * lists. What was carried on below zero was never paid, so it adds nothing.
 */
final class PaidBefore {

    private static final int QUARTERS = 4;

    private final SettlementRequest request;
    private final Persons persons;
    private final long[] rowsOfQuarter = new long[QUARTERS + 1];
    private long[] paidFen;
    private byte[] quarters;
    private long payments;
    private @Nullable Misfit misfit;

    /** A row of a list that does not fit, for which the settlement stops. */
    private record Misfit(TableFile file, long line, String what, String remedy) {

        SettlementStopped stopped() {
            return new SettlementStopped("支付清单 " + file.name() + " 第" + line + "行" + what + "。" + remedy);
        }
    }

    private PaidBefore(SettlementRequest request, Persons persons, int drawer, List<Loaded<PaidPart>> lists) {
        this.request = request;
        this.persons = persons;
        this.paidFen = new long[persons.size()];
        this.quarters = new byte[persons.size()];
        for (Loaded<PaidPart> list : lists) {
            for (PaidPart part : list.parts()) {
                for (int row = part.from(drawer); row < part.to(drawer) && misfit == null; row++) {
                    misfit = add(list.file(), part, row);
                }
            }
        }
    }

    /**
     * Adds up the lists, drawer by drawer.
     *
     * @throws SettlementStopped if a list is of another year or not of an earlier quarter, or names a person twice for
     *     one quarter
     */
    static PaidBefore[] in(
            List<Loaded<PaidPart>> lists, SettlementRequest request, Register register, ExecutorService workers) {
        List<PaidBefore> drawers = Workers.each(
                workers, Drawers.COUNT, drawer -> new PaidBefore(request, register.drawer(drawer), drawer, lists));
        drawers.stream()
                .map(each -> each.misfit)
                .filter(Objects::nonNull)
                .min(Comparator.<Misfit>comparingInt(each -> each.file().position())
                        .thenComparingLong(Misfit::line))
                .ifPresent(first -> {
                    throw first.stopped();
                });
        return drawers.toArray(PaidBefore[]::new);
    }

    long fen(int person) {
        return person < paidFen.length ? paidFen[person] : 0;
    }

    /** How many payments the lists name. */
    long payments() {
        return payments;
    }

    /** Whether one of the lists has a row of the quarter. */
    boolean hasQuarter(int quarter) {
        return rowsOfQuarter[quarter] > 0;
    }

    private @Nullable Misfit add(TableFile file, PaidPart part, int row) {
        if (part.year(row) != request.year() || part.quarter(row) >= request.quarter()) {
            return new Misfit(
                    file,
                    part.line(row),
                    "是" + part.year(row) + "年第" + part.quarter(row) + "季度的",
                    "--paid只能给出" + request.year() + "年第" + request.quarter() + "季度之前各季度的支付清单");
        }
        int person = persons.paid(part, row);
        if (person >= paidFen.length) {
            paidFen = Arrays.copyOf(paidFen, Math.max(16, person * 2));
            quarters = Arrays.copyOf(quarters, paidFen.length);
        }
        int bit = 1 << part.quarter(row);
        if ((quarters[person] & bit) != 0) {
            return new Misfit(
                    file,
                    part.line(row),
                    "第二次列出会员" + part.text(row, CardPart.MEMBER_NO) + "第" + part.quarter(row) + "季度的支付",
                    "同一份清单可能给了两次，请去掉重复的清单后重新运行");
        }
        quarters[person] |= (byte) bit;
        rowsOfQuarter[part.quarter(row)]++;
        if (part.dueFen(row) > 0) {
            paidFen[person] = Math.addExact(paidFen[person], part.dueFen(row));
            payments++;
        }
        return null;
    }
}
