/**
 * Notices (通知): what members are told, on their own pages and by message.
 *
 * <p>What holds here, always:
 *
 * <ul>
 *   <li>Whoever tells does so within the transaction that does what he tells of: what did not happen is told to nobody.
 *   <li>The same event is told once. On each way it goes out once at least, always under the same name, so that whoever
 *       receives it can see that he has it already.
 *   <li>Of one member one notice waits for the other. At night no phone rings.
 *   <li>Neither the number of a phone nor a name stands in a table or log of this room: where a message goes is asked
 *       for when it is sent.
 * </ul>
 *
 * <p>Begin with {@link org.huzhu.notices.Outbox} to tell, with {@link org.huzhu.notices.NoticeDesk} to read; whoever
 * brings another way out begins with {@link org.huzhu.notices.MessageChannel}.
 */
@NullMarked
@ApplicationModule(
        displayName = "通知",
        allowedDependencies = {"kernel", "database", "access", "unions", "staff", "members", "members::phones"})
package org.huzhu.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
