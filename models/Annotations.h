// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What source code itself says of a function, in the same terms as a model: the macros of <offmain/annotations.h>
// and Clang's capability attributes.
#ifndef OFFMAIN_MODELS_ANNOTATIONS_H
#define OFFMAIN_MODELS_ANNOTATIONS_H

#include "models/Models.h"

namespace offmain {

/// Contract of a function's annotation texts ("offmain::main", "offmain::posts-to-main=1",
/// "requires_capability(main_thread)"). Texts that are none of ours say nothing.
Contract contractFromAnnotation(llvm::ArrayRef<llvm::StringRef> Annotations);

/// The member-wise union where `Stronger` overwrites what it states; used for annotation over model.
void mergeContract(Contract &Into, const Contract &Stronger);

} // namespace offmain

#endif
