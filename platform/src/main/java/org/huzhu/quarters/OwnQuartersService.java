package org.huzhu.quarters;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.quarters.working.Explaining;
import org.huzhu.quarters.working.Working;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class OwnQuartersService implements OwnQuarters {

    private static final int MAX = 100;

    private final JdbcLines lines;
    private final Explaining explaining;
    private final QuarterTools tools;

    OwnQuartersService(JdbcLines lines, Explaining explaining, QuarterTools tools) {
        this.lines = lines;
        this.explaining = explaining;
        this.tools = tools;
    }

    @Override
    public List<QuarterLine> all(Caller member) {
        String _ = tools.require(member, Operation.OWN_VIEW);
        return lines.own(member.member().orElseThrow(), MAX);
    }

    @Override
    public Optional<QuarterLine> one(Caller member, UUID line) {
        return all(member).stream().filter(each -> each.id().equals(line)).findFirst();
    }

    @Override
    public Working working(QuarterLine line) {
        return explaining.of(line);
    }
}
