package org.huzhu.staff;

import org.huzhu.unions.OrganisationMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets posts and accounts follow an organisation that is moved in the tree, within the transaction that moves it. */
@Component
class OrganisationNews {

    private final StaffDesk desk;

    OrganisationNews(StaffDesk desk) {
        this.desk = desk;
    }

    @EventListener
    void on(OrganisationMoved news) {
        desk.moved(news.from(), news.to());
    }
}
