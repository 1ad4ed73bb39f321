package org.huzhu.enrolment.told;

import java.util.Map;
import org.huzhu.enrolment.BatchNews;
import org.huzhu.notices.Mailing;
import org.huzhu.notices.Template;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells each member of a batch, once, that it comes into force: whoever pays for it, and if nobody does. */
@Component
class JdbcStarted {

    private static final String MEMBERS = """
            select 'enrolment/' || c.batch || '/' || c.member, c.member, c.filed_path,
                   array[count(distinct c.plan)::text, min(c.from_on)::text], '/m/covers'
            from enrolment.cover c
            where c.batch = :batch and c.state <> 'VOID' and c.filed_path <@ any(:reach::ltree[])
            group by c.batch, c.member, c.filed_path
            """;

    private final Mailing mailing;

    JdbcStarted(Mailing mailing) {
        this.mailing = mailing;
    }

    @EventListener
    void on(BatchNews.Started news) {
        mailing.tell(Template.ENROLLED, MEMBERS, Map.of("batch", news.batch()));
    }
}
