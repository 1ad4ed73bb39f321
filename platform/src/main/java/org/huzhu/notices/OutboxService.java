package org.huzhu.notices;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(propagation = Propagation.MANDATORY)
class OutboxService implements Outbox, Mailing {

    private final JdbcNotices notices;
    private final Clock clock;

    OutboxService(JdbcNotices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public void tell(Notice notice) {
        tell(List.of(notice));
    }

    @Override
    public void tell(Collection<Notice> many) {
        notices.tell(many, clock.instant());
    }

    @Override
    public int tell(Template template, String query, Map<String, ?> blanks) {
        return notices.tell(template, query, blanks, clock.instant());
    }
}
