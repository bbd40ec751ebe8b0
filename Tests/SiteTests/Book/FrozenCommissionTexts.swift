/// Texts about pay as journals hold them. Lines are only ever added. A `\#` at the end joins
/// a line with the next.
enum FrozenCommissionTexts {
    static let events = #"""
        {"adopted":{"_0":{"overridePerMillion":500,"others":[{"points":500}],"from":20240,"slip"\#
        :"s","basis":"signing","heads":["A","C"],"rates":{"房":[{"from":0,"perMillion":2000}]}},"\#
        at":1748827800000}}
        {"scorePublished":{"_0":"A","month":20240,"by":"m","at":1748827800000,"score":8300}}
        {"workedOut":{"at":1748827800000,"_1":[{"month":20240,"staff":"A","gross":20,"score":830\#
        0,"variable":12,"deferred":0,"adjustments":-5,"payable":13,"carried":0,"base":14,"fixed"\#
        :6,"lines":[{"deferred":0,"deal":"d","kind":{"share":{"points":5000}},"amount":10,"perMi\#
        llion":2000,"base":100,"paid":9},{"deferred":0,"deal":"d","kind":{"part":{"points":500}}\#
        ,"amount":10,"perMillion":2000,"base":100,"paid":9},{"deferred":0,"deal":"d","kind":{"ov\#
        erride":{"of":"A"}},"amount":10,"perMillion":2000,"base":100,"paid":9},{"deferred":0,"de\#
        al":"d","kind":{"clawback":{"of":20240}},"amount":10,"perMillion":2000,"base":100,"paid"\#
        :9},{"deferred":0,"deal":"d","kind":{"correction":{"_0":"c","of":20240}},"amount":10,"pe\#
        rMillion":2000,"base":100,"paid":9}]}],"month":20240}}
        {"approved":{"by":"m","month":20240,"at":1748827800000}}
        {"locked":{"month":20240,"at":1748827800000}}
        {"corrected":{"_0":{"slip":"c","of":20240,"note":"漏计","amount":-5,"staff":"A","deal":"d"\#
        },"by":"m","at":1748827800000}}
        """#

    static let commands = #"""
        {"adopt":{"_0":{"heads":["A","C"],"from":20240,"others":[{"points":500}],"overridePerMil\#
        lion":500,"basis":"signing","slip":"s","rates":{"房":[{"from":0,"perMillion":2000}]}}}}
        {"publishScore":{"_0":"A","score":8300,"month":20240}}
        {"workOut":{"month":20240,"_1":[{"price":100,"deal":"d","cancelled":20240,"product":"房",\#
        "signed":20240,"received":20240,"shares":{"performance":[{"points":10000,"staff":"A"}],"\#
        commission":[{"points":10000,"staff":"A"}]}}]}}
        {"approve":{"month":20240}}
        {"lock":{"month":20240}}
        {"correct":{"_0":{"staff":"A","of":20240,"note":"漏计","deal":"d","amount":-5,"slip":"c"}}}
        """#

    static let reasons = #"""
        {"adopted":{"from":20240}}
        {"scored":{"_0":"A","_1":8300}}
        {"stated":{"_0":{"score":8300,"base":14,"staff":"A","deferred":0,"adjustments":-5,"carri\#
        ed":0,"lines":[{"paid":9,"base":100,"deferred":0,"deal":"d","perMillion":2000,"kind":{"s\#
        hare":{"points":5000}},"amount":10},{"paid":9,"base":100,"deferred":0,"deal":"d","perMil\#
        lion":2000,"kind":{"part":{"points":500}},"amount":10},{"paid":9,"base":100,"deferred":0\#
        ,"deal":"d","perMillion":2000,"kind":{"override":{"of":"A"}},"amount":10},{"paid":9,"bas\#
        e":100,"deferred":0,"deal":"d","perMillion":2000,"kind":{"clawback":{"of":20240}},"amoun\#
        t":10},{"paid":9,"base":100,"deferred":0,"deal":"d","perMillion":2000,"kind":{"correctio\#
        n":{"_0":"c","of":20240}},"amount":10}],"gross":20,"month":20240,"variable":12,"fixed":6\#
        ,"payable":13}}}
        {"carried":{"_0":"A","_1":-5}}
        {"approved":{}}
        {"locked":{}}
        {"corrected":{"_0":-5}}
        """#

    static let refusals = #"""
        {"schemeNotWhole":{}}
        {"numberTaken":{"_0":"s"}}
        {"noScheme":{"_0":20240}}
        {"scoreOutOfRange":{}}
        {"scoreNotPublished":{"_0":["A"]}}
        {"noRate":{"_0":["d"]}}
        {"sharesMissing":{"_0":["d"]}}
        {"monthLocked":{"_0":20240}}
        {"notApproved":{"_0":20240}}
        {"monthOpen":{"_0":20240}}
        {"noteMissing":{}}
        """#
}
