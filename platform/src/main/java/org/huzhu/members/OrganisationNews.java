package org.huzhu.members;

import java.util.UUID;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.OrganisationClosed;
import org.huzhu.unions.OrganisationMoved;
import org.huzhu.unions.UnionTree;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets members follow their unit, within the transaction that moves it or makes it part of another. */
@Component
class OrganisationNews {

    private final MemberRegister register;
    private final JdbcMergedUnits merged;
    private final UnionTree tree;

    OrganisationNews(MemberRegister register, JdbcMergedUnits merged, UnionTree tree) {
        this.register = register;
        this.merged = merged;
        this.tree = tree;
    }

    @EventListener
    void on(OrganisationMoved news) {
        register.follow(news.from(), news.to());
    }

    @EventListener
    void on(OrganisationClosed news) {
        news.into().ifPresent(into -> merged.follow(news.organisation(), into, path(into), news.on()));
    }

    private String path(UUID organisation) {
        return tree.find(organisation).map(Organisation::path).orElseThrow();
    }
}
