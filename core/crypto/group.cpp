#include "crypto/group.h"

#include "crypto/hash.h"

namespace mmm::crypto {

BytesView signaturePrefix(Curve curve, SignatureForm form)
{
    static constexpr std::string_view ed448("SigEd448\0\0", 10);
    static constexpr std::string_view ed25519("SigEd25519 no Ed25519 collisions\0\0", 34);
    if (curve == Curve::Ed448)
        return bytesOf(ed448);
    return form == SignatureForm::Context ? bytesOf(ed25519) : BytesView();
}

template<>
Edwards448::Scalar hashToScalar<Edwards448>(SignatureForm form, BytesView first, BytesView second,
                                            BytesView third)
{
    Secret digest(114);
    shake256({signaturePrefix(Curve::Ed448, form), first, second, third}, digest.writable());
    return scalarOf<Edwards448>(digest);
}

template<>
Edwards25519::Scalar hashToScalar<Edwards25519>(SignatureForm form, BytesView first, BytesView second,
                                                BytesView third)
{
    Secret digest(64);
    sha512Into({signaturePrefix(Curve::Ed25519, form), first, second, third}, digest.writable());
    return scalarOf<Edwards25519>(digest);
}

} // namespace mmm::crypto
