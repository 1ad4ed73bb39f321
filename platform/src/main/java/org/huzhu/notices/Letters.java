package org.huzhu.notices;

import org.huzhu.notices.JdbcDeliveries.Due;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The text of a message: what the member is told, and the address behind which he reads on. */
@Component
class Letters {

    private final Wordings wordings;
    private final String site;

    /**
     * Letters of a society.
     *
     * @param site where its pages stand, such as {@code https://huzhu.example}: what is put before each link
     */
    Letters(Wordings wordings, @Value("${huzhu.site:}") String site) {
        this.wordings = wordings;
        this.site = site;
    }

    String text(Due due) {
        String said = wordings.say(due.template(), due.words());
        return due.link().map(link -> said + " " + site + link).orElse(said);
    }
}
