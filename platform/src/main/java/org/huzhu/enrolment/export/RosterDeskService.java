package org.huzhu.enrolment.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;
import org.huzhu.enrolment.EnrolmentRefused;
import org.huzhu.enrolment.EnrolmentRefused.Reason;
import org.huzhu.enrolment.export.JdbcRoster.Row;
import org.huzhu.members.roll.Roll;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class RosterDeskService implements RosterDesk {

    /** Rows that are in memory at once. */
    private static final int AT_ONCE = 1000;

    private final Access access;
    private final AuditTrail trail;
    private final JdbcRoster roster;
    private final Roll roll;

    RosterDeskService(Access access, AuditTrail trail, JdbcRoster roster, Roll roll) {
        this.access = access;
        this.trail = trail;
        this.roster = roster;
        this.roll = roll;
    }

    private void require(Caller caller, UUID batch) {
        String path = roster.path(batch).orElseThrow(() -> new EnrolmentRefused(Reason.NOT_FOUND));
        access.require(caller, Operation.ENROLMENT_VIEW, path);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Listed> first(Caller caller, UUID batch, int max) {
        require(caller, batch);
        return named(roster.first(batch, max));
    }

    @Override
    @Transactional(readOnly = true)
    public Listed one(Caller caller, UUID cover) {
        Row found = roster.one(cover).orElseThrow(() -> new EnrolmentRefused(Reason.NOT_FOUND));
        access.require(caller, Operation.ENROLMENT_VIEW, found.listed().path());
        return named(List.of(found)).getFirst();
    }

    @Override
    public void write(Caller caller, UUID batch, Form form, OutputStream out) {
        require(caller, batch);
        trail.record(Deed.done("enrolment.export", "batch", batch.toString()));
        try (out;
                RosterOut written = RosterOut.as(form, out)) {
            List<Row> rows = new ArrayList<>(AT_ONCE);
            roster.each(batch, AT_ONCE, row -> {
                rows.add(row);
                if (rows.size() == AT_ONCE) {
                    named(rows).forEach(written::add);
                    rows.clear();
                }
            });
            named(rows).forEach(written::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Listed> named(List<Row> rows) {
        Map<UUID, Roll.Named> names =
                roll.named(rows.stream().map(Row::member).distinct().toList());
        return rows.stream()
                .map(row -> named(row.listed(), row.child(), Optional.ofNullable(names.get(row.member()))))
                .toList();
    }

    /** A child stands under its own name, with that of the parent. */
    private static Listed named(Listed cover, Optional<String> child, Optional<Roll.Named> member) {
        String name = member.map(Roll.Named::name).orElse(cover.name());
        return new Listed(
                cover.cover(),
                cover.batch(),
                cover.number(),
                cover.unit(),
                cover.path(),
                cover.row(),
                child.map(its -> its + "（家长 " + name + "）").orElse(name),
                member.map(Roll.Named::paper),
                cover.plan(),
                cover.units(),
                cover.span(),
                cover.hours(),
                cover.waitsUntil(),
                cover.contribution(),
                cover.state());
    }
}
