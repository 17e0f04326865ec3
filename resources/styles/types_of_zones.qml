<!DOCTYPE qgis>
<qgis styleCategories="Symbology|Labeling|Fields|Forms|MapTips" version="3.40.0">
 <fieldConfiguration>
  <field name="part">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Zones of the type" type="QString" value="type" />
       </Option>
       <Option type="Map">
        <Option name="Any zone" type="QString" value="any" />
       </Option>
       <Option type="Map">
        <Option name="No zone" type="QString" value="none" />
       </Option>
       <Option type="Map">
        <Option name="No place" type="QString" value="nowhere" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="zone_type">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="National innovation cluster" type="QString" value="NATIONAL_INNOV_CLUSTER" />
       </Option>
       <Option type="Map">
        <Option name="Innovation city" type="QString" value="INNOV_CITY" />
       </Option>
       <Option type="Map">
        <Option name="National industrial complex" type="QString" value="IC_NATIONAL" />
       </Option>
       <Option type="Map">
        <Option name="General industrial complex" type="QString" value="IC_GENERAL" />
       </Option>
       <Option type="Map">
        <Option name="Urban high-tech industrial complex" type="QString" value="IC_URBAN_HITECH" />
       </Option>
       <Option type="Map">
        <Option name="Agro-industrial complex" type="QString" value="IC_AGRI" />
       </Option>
       <Option type="Map">
        <Option name="Semi-industrial complex" type="QString" value="IC_SEMI" />
       </Option>
       <Option type="Map">
        <Option name="Factory siting guidance district" type="QString" value="IC_GUIDE" />
       </Option>
       <Option type="Map">
        <Option name="Free economic zone" type="QString" value="FEZ" />
       </Option>
       <Option type="Map">
        <Option name="Technopark" type="QString" value="TECHNOPARK" />
       </Option>
       <Option type="Map">
        <Option name="Enterprise city" type="QString" value="ENTERPRISE_CITY" />
       </Option>
       <Option type="Map">
        <Option name="R&amp;D special zone" type="QString" value="RND_ZONE" />
       </Option>
       <Option type="Map">
        <Option name="Small R&amp;D special zone" type="QString" value="RND_SMALL" />
       </Option>
       <Option type="Map">
        <Option name="High-tech medical complex" type="QString" value="MEDICAL" />
       </Option>
       <Option type="Map">
        <Option name="Regulation-free special zone" type="QString" value="REG_FREE" />
       </Option>
       <Option type="Map">
        <Option name="Global innovation special zone" type="QString" value="GLOBAL_INNOV" />
       </Option>
       <Option type="Map">
        <Option name="Regional special development zone" type="QString" value="REGIONAL_SPECIAL" />
       </Option>
       <Option type="Map">
        <Option name="Opportunity development zone" type="QString" value="OPPORTUNITY" />
       </Option>
       <Option type="Map">
        <Option name="National high-tech strategic industry complex" type="QString" value="STRATEGIC" />
       </Option>
       <Option type="Map">
        <Option name="Materials, parts and equipment complex" type="QString" value="MPE" />
       </Option>
       <Option type="Map">
        <Option name="National food cluster" type="QString" value="FOOD" />
       </Option>
       <Option type="Map">
        <Option name="National water industry cluster" type="QString" value="WATER" />
       </Option>
       <Option type="Map">
        <Option name="Urban convergence zone" type="QString" value="URBAN_CONV" />
       </Option>
       <Option type="Map">
        <Option name="International science and business belt, core district" type="QString" value="SCIENCE_BELT" />
       </Option>
       <Option type="Map">
        <Option name="Free trade zone" type="QString" value="FTZ" />
       </Option>
       <Option type="Map">
        <Option name="Venture promotion district" type="QString" value="VENTURE" />
       </Option>
       <Option type="Map">
        <Option name="General logistics complex" type="QString" value="LOGISTICS" />
       </Option>
       <Option type="Map">
        <Option name="Urban high-tech logistics complex" type="QString" value="URBAN_LOGISTICS" />
       </Option>
       <Option type="Map">
        <Option name="Space industry cluster" type="QString" value="SPACE" />
       </Option>
       <Option type="Map">
        <Option name="Space industry investment promotion district" type="QString" value="SPACE_INVEST" />
       </Option>
       <Option type="Map">
        <Option name="Aerospace industry complex" type="QString" value="AEROSPACE" />
       </Option>
       <Option type="Map">
        <Option name="Distributed energy special area" type="QString" value="DISTRIBUTED_ENERGY" />
       </Option>
       <Option type="Map">
        <Option name="Peace economic special zone" type="QString" value="PEACE" />
       </Option>
       <Option type="Map">
        <Option name="Local government cluster" type="QString" value="LOCAL_GOV" />
       </Option>
       <Option type="Map">
        <Option name="Private cluster" type="QString" value="PRIVATE" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="area_km2">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="2" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="union_km2">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="2" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="addresses">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="patents">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="2" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="publications">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="2" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="deals">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="2" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="share_country_patents">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="3" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="share_country_publications">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="3" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="share_country_deals">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="3" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="share_patents">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="3" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="share_publications">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="3" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="share_deals">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="3" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="score">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="3" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="density">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="2" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="lq_patents">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="2" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="lq_publications">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="2" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="lq_deals">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="2" />
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="part" index="0" name="Part" />
  <alias field="zone_type" index="1" name="Type of zone" />
  <alias field="zones" index="2" name="Zones" />
  <alias field="area_km2" index="3" name="Areas added up, km²" />
  <alias field="union_km2" index="4" name="Area covered, km²" />
  <alias field="addresses" index="5" name="Addresses" />
  <alias field="patents" index="6" name="Patent applications" />
  <alias field="publications" index="7" name="Publications" />
  <alias field="deals" index="8" name="Venture capital deals" />
  <alias field="share_country_patents" index="9" name="Patents, % of the country" />
  <alias field="share_country_publications" index="10" name="Publications, % of the country" />
  <alias field="share_country_deals" index="11" name="Deals, % of the country" />
  <alias field="share_patents" index="12" name="Share of patent applications, %" />
  <alias field="share_publications" index="13" name="Share of publications, %" />
  <alias field="share_deals" index="14" name="Share of venture capital deals, %" />
  <alias field="score" index="15" name="Score (sum of shares), %" />
  <alias field="density" index="16" name="Addresses per km²" />
  <alias field="lq_patents" index="17" name="Location quotient: patents" />
  <alias field="lq_publications" index="18" name="Location quotient: publications" />
  <alias field="lq_deals" index="19" name="Location quotient: deals" />
 </aliases>
</qgis>
