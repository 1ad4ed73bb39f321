package org.huzhu;

import org.huzhu.documents.DocumentPaths;
import org.huzhu.unions.OrganisationMoved;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the documents, whose room knows no organisations, where one has moved, within the transaction that moves it.
 * The tests of one room have no documents to tell.
 */
@Component
class DocumentsFollow {

    private final ObjectProvider<DocumentPaths> documents;

    DocumentsFollow(ObjectProvider<DocumentPaths> documents) {
        this.documents = documents;
    }

    @EventListener
    void on(OrganisationMoved news) {
        documents.ifAvailable(paths -> paths.follow(news.from(), news.to()));
    }
}
