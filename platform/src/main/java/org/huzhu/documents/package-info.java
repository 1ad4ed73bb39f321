/**
 * Papers that people bring (申请材料): photos, PDF, electronic receipts; looked at, made safe, sealed, kept.
 *
 * <p>What holds here, always:
 *
 * <ul>
 *   <li>Nothing that was brought is kept in the clear, and nothing is served that is not what was kept.
 *   <li>What lies outside of the database lies there before its row does; a row never points at nothing.
 *   <li>Of a photo only the picture is kept, not what the camera wrote beside it; of a file's name, nothing.
 *   <li>PDF and OFD are taken apart in a process of their own, which has little memory, little time and no secrets.
 * </ul>
 *
 * <p>Begin with {@link org.huzhu.documents.Documents}.
 */
@NullMarked
@ApplicationModule(
        displayName = "材料",
        allowedDependencies = {"kernel", "database", "crypto", "audit", "receipts"})
package org.huzhu.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
