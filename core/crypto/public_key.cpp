#include "crypto/group.h"
#include "crypto/key.h"
#include "crypto/montgomery.h"

namespace mmm::crypto {

PublicKey::PublicKey(Curve curve, Bytes raw, std::shared_ptr<const Element> element)
    : m_curve(curve),
      m_raw(std::move(raw)),
      m_element(std::move(element))
{}

Result<PublicKey> PublicKey::decode(Curve curve, BytesView raw)
{
    if (canSign(curve)) {
        return inGroupOf(curve, [&](auto group) -> Result<PublicKey> {
            auto point = decodePoint<decltype(group)>(raw);
            if (!point)
                return fail(Fault::BadKey, "not a point that may be used");
            return PublicKey(curve, copyOf(raw), std::make_shared<const Element>(Element{std::move(*point)}));
        });
    }
    if (raw.size() == publicSize(curve) + 1) {
        MMM_TRY(Element element, elementOfExtended(curve, raw));
        return fromElement(curve, std::move(element));
    }
    if (!isUsableCoordinate(curve, raw))
        return fail(Fault::BadKey, "not a coordinate that may be used");
    return PublicKey(curve, copyOf(raw), nullptr);
}

Result<PublicKey> PublicKey::fromElement(Curve curve, Element element)
{
    return inGroupOf(curve, [&](auto group) -> Result<PublicKey> {
        using Group = decltype(group);
        const auto& point = element.in<Group>();
        if (point.isNeutral())
            return fail(Fault::BadKey, "the neutral element is no key");
        Bytes raw(publicSize(curve));
        if (canSign(curve))
            point.encode(raw.data());
        else
            Group::encodeLadder(raw.data(), point);
        return PublicKey(curve, std::move(raw), std::make_shared<const Element>(std::move(element)));
    });
}

Result<Bytes> PublicKey::extended() const
{
    if (canSign(m_curve))
        return m_raw;
    if (!m_element)
        return fail(Fault::Missing, "the sign of the point is not known");
    return extendedOfElement(m_curve, *m_element);
}

bool PublicKey::verify(BytesView message, BytesView signature) const
{
    if (!canSign(m_curve) || signature.size() != signatureSize(m_curve))
        return false;
    return inGroupOf(m_curve, [&](auto group) {
        using Group = decltype(group);
        const BytesView commitment = signature.first(Group::pointSize);
        typename Group::Scalar response;
        const std::uint8_t* responseOctets = signature.data() + Group::pointSize;
        if (!response.decodeStrictly(responseOctets) ||
            (Group::pointSize > Group::orderSize && signature.back() != 0))
            return false;
        const auto baseFactor = halved(response, Group::encodeHalvings);
        const auto& point = m_element->in<Group>();
        // S·B − k·A must encode to R: this needs no decoding of R and refuses every non-canonical one.
        const auto holds = [&](SignatureForm form) {
            const auto challenge = hashToScalar<Group>(form, commitment, m_raw, message);
            const auto expected =
                Group::Point::combinePublic(typename Group::Scalar(0) - challenge, point, baseFactor);
            return std::ranges::equal(encodePoint<Group>(expected), commitment);
        };
        return holds(SignatureForm::Context) || (m_curve == Curve::Ed25519 && holds(SignatureForm::Plain));
    });
}

Result<PublicKey> combine(const PublicKey& base, const PublicKey& overlay)
{
    if (base.curve() != overlay.curve())
        return fail(Fault::BadKey, "keys of two curves cannot be combined");
    if (!base.element() || !overlay.element())
        return fail(Fault::Missing, "the sign of a point is not known");
    return inGroupOf(base.curve(), [&](auto group) {
        using Group = decltype(group);
        const auto sum = base.element()->in<Group>() + overlay.element()->in<Group>();
        return PublicKey::fromElement(base.curve(), Element{sum});
    });
}

} // namespace mmm::crypto
